// A worker that does nothing but count seconds: what browsers slow down in a hidden page, they do not in its workers.

setInterval(() => postMessage(null), 1_000);
