# What the console and the customer's page say by themselves: `console-…` and `customer-…`.
