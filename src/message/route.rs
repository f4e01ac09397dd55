//! The steps of a route, and why they are on it.

use super::said;
use crate::route::{Step, Why};

said! { STEPS: pub Step {
    Self::LandingPage => "route-step-landing-page";
    Self::OpenApp => "route-step-open-app";
    Self::JoinInBrowser => "route-step-join-in-browser";
    Self::TeamsClient => "route-step-teams-client";
    Self::GetApp => "route-step-get-app";
    Self::Tell => "route-step-tell";
}}

said! { REASONS: pub Why {
    Self::HandedOver => "route-why-handed-over";
    Self::AppInstalled => "route-why-app-installed";
    Self::AppMayBeInstalled => "route-why-app-may-be-installed";
    Self::InAppBrowser => "route-why-in-app-browser";
    Self::NothingToInstall => "route-why-nothing-to-install";
    Self::AppAddsAr => "route-why-app-adds-ar";
    Self::AppOnly => "route-why-app-only";
    Self::OsTooOld => "route-why-os-too-old";
    Self::OsTooOldForAppOnly => "route-why-os-too-old-for-app-only";
    Self::Computer => "route-why-computer";
    Self::OpenOnPhone => "route-why-open-on-phone";
    Self::InAppBrowserMayRefuseCamera => "route-why-in-app-browser-may-refuse-camera";
    Self::InAppBrowserMayBlock => "route-why-in-app-browser-may-block";
    Self::HoloLensIsForAgents => "route-why-hololens-is-for-agents";
    Self::AppJoinsTeams => "route-why-app-joins-teams";
    Self::TeamsMeeting => "route-why-teams-meeting";
}}
