//! The journey's promises. [`phone::Phone`] drives one and checks after every step what must always hold.

mod ar;
mod arrivals;
mod blobs;
mod calls;
mod connections;
mod diagram;
mod elsewhere;
mod hardships;
mod invitations;
mod meetings;
mod moving;
mod phone;
mod presence;
mod properties;
mod samples;
mod sign_in;
mod table;
mod troubles;
mod views;
