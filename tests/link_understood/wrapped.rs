//! Links inside links.

use onecall::link::{LinkError, MAX_LAYERS};

use crate::link_support::{sent, unknown, url};
use crate::made::*;

/// As Proofpoint's second version writes it.
fn second_version(link: &str) -> String {
    let encoded = encode(link).replace('-', "%2D").replace('_', "%5F").replace("%2F", "_").replace('%', "-");
    format!("https://urldefense.proofpoint.com/v2/url?u={encoded}&d=DwMGaQ&c=abc&r=def&m=ghi&s=jkl&e=")
}

/// Every wrapper that can be taken off, around this link.
fn wrappers(link: &str) -> Vec<String> {
    let inside = encode(link);
    vec![
        safe_link(link),
        safe_link(link).replace(".com/?", ".com/ap/t-59584e83/?"),
        safe_link(link).replace("eur03", "NAM12").replace("https", "HTTPS"),
        safe_link(link).replace("protection.outlook.com", "protection.office365.us"),
        safe_link(link).replace('&', "&amp;"),
        format!("https://nam06.safelinks.protection.outlook.com/GetUrlReputation?x=1&url={inside}"),
        format!(
            "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={inside}&locale=en-us"
        ),
        format!("https://www.google.com/url?q={inside}&sa=D&source=calendar&usg=AOvVaw"),
        format!("https://www.google.com/url?sa=t&url={inside}"),
        format!("https://slack-redir.net/link?url={inside}&v=3"),
        format!("https://l.facebook.com/l.php?u={inside}&h=AT0&s=1"),
        format!("https://l.messenger.com/l.php?u={inside}"),
        format!("https://l.instagram.com/?u={inside}&e=AT0"),
        format!("https://www.linkedin.com/redir/redirect?url={inside}&urlhash=x"),
        format!("https://urldefense.proofpoint.com/v1/url?u={inside}&k=abc"),
        second_version(link),
        format!("https://urldefense.com/v3/__{link}__;!!abc!def$"),
        format!("https://urldefense.com/v3/__{}__;!!abc!def$", link.replacen("https://", "https:/", 1)),
        format!("https://linkprotect.cudasvc.com/url?a={inside}&c=E,1,abc&typo=1"),
        format!("https://secure-web.cisco.com/1abc-def/{inside}"),
        format!("https://clicktime.symantec.com/3abc?u={inside}"),
        inside,
    ]
}

#[test]
fn every_wrapper_is_taken_off() {
    for link in [url(), long(), short()] {
        let bare = read(&link).unwrap();
        for wrapped in wrappers(&link) {
            for text in [wrapped.clone(), format!("Join <{wrapped}>."), format!("[{link}]({wrapped})")] {
                assert_eq!(read(&text).as_ref(), Ok(&bare), "{text}");
            }
        }
    }
    assert_eq!(wrappers(&short()).len(), 22);
}

#[test]
fn proofpoint_gives_back_what_its_stars_stand_for() {
    for wrapped in [
        // `*3a` and alike, each star a percent sign: JSUl is three of them.
        format!("https://urldefense.com/v3/__{}__;JSUlJSUlJSUlJSUlJSUl!!a!b$", long().replace('%', "*")),
        format!("https://urldefense.com/v3/__{}__;JSUlJSUlJSUlJSUlJSUl!!a!b$ and more", long().replace('%', "*")),
    ] {
        assert_eq!(teams(&wrapped).url(), long(), "{wrapped}");
    }
    // `**B` are three at once.
    let run = "https://urldefense.com/v3/__https://teams.microsoft.com/meet/**B4128301281?p=Ab12__;MjQx!!a!b$";
    assert_eq!(teams(run).meeting_id(), Some(NUMBER));
    // More stars than characters.
    let damaged = "https://urldefense.com/v3/__https://teams.microsoft.com/meet/*****?p=Ab12__;MjQx!!a!b$";
    assert!(matches!(read(damaged), Err(LinkError::OpaqueWrapper { .. })));
}

#[test]
fn sophos_keeps_the_link_in_base_64() {
    let wrapped = "https://eu-central-1.protection.sophos.com/?d=live.com&u=aHR0cHM6Ly90ZWFtcy5saXZlLmNvbS9tZWV0Lzk0NDQ4MDIwMjgyOTY_cD1ONEl6RVRXbUcy&i=x";
    assert_eq!(teams(wrapped).url(), "https://teams.live.com/meet/9444802028296?p=N4IzETWmG2");
}

#[test]
fn a_wrapper_is_decoded_exactly_once() {
    // Decoded twice, the percent sign would become a host's end.
    let inside = "https://one.call.example.com%252f@evil.example/j/x";
    assert_eq!(read(&safe_link(inside)), Err(unknown("...@evil.example")));
    let once_encoded = url().replace("/j/", "%2Fj%2F");
    assert!(read(&safe_link(&once_encoded)).is_err(), "a path that is encoded twice is no path of ours");
    // The clean link of a passcode with an encoded sign in it would be another.
    assert!(read(&safe_link(&short().replace(PASSCODE, "Ab%2612"))).is_err());
}

#[test]
fn whose_wrapper_it_is_proves_nothing() {
    for (inside, shown) in [
        ("https://evil.example/j/0123", "evil.example"),
        ("https://teams.microsoft.com.evil.example/meet/1?p=2", "teams.microsoft.com.evil.example"),
        ("https://one.call.example.com@evil.example/j/0", "...@evil.example"),
        ("https://evil.example\\@one.call.example.com/j/0", "evil.example\\..."),
    ] {
        assert_eq!(read(&safe_link(inside)), Err(unknown(shown)), "{inside}");
    }
    // A text is not a link, even with one in it.
    assert_eq!(read(&safe_link(&format!("see {}", url()))), Err(LinkError::NothingFound));
    assert_eq!(read(&safe_link("javascript:alert(1)")), Err(LinkError::NothingFound));
    assert_eq!(
        read("https://safelinks.protection.outlook.com.evil.example/j/x?url=x"),
        Err(unknown("safelinks.protection.outlook.com.evil.example"))
    );
}

#[test]
fn wrappers_around_wrappers_are_taken_off_up_to_a_limit() {
    let bare = teams(&long());
    let mut wrapped = long();
    for layers in 1..=20 {
        wrapped = match layers % 3 {
            0 => format!("https://www.google.com/url?q={}", encode(&wrapped)),
            1 => safe_link(&wrapped),
            _ => second_version(&wrapped),
        };
        if layers <= MAX_LAYERS {
            assert_eq!(teams(&wrapped), bare, "{layers} layers");
        } else {
            assert_eq!(read(&wrapped), Err(LinkError::NestedTooDeep), "{layers} layers");
        }
    }
    let encoded = (0..20).fold(url(), |link, _| encode(&link));
    assert_eq!(read(&encoded), Err(LinkError::NestedTooDeep));
    assert_eq!(read(&format!("{wrapped} {}", url())), Ok(sent()));
}

#[test]
fn a_wrapper_that_only_its_service_can_open_is_named() {
    for (link, service) in [
        ("https://protect-eu.mimecast.com/s/Ab3dCdEfGh?domain=teams.microsoft.com", "Mimecast"),
        ("https://url.uk.m.mimecastprotect.com/s/Ab3dCdEfGh", "Mimecast"),
        ("https://tpe.tmcas.trendmicro.com/redirect?id=abc", "Trend Micro"),
        ("https://bit.ly/3abcdef", "a link shortener"),
        ("https://urldefense.com/v3/__https://teams.micro", "Proofpoint URL Defense"),
        ("https://eur03.safelinks.protection.outlook.com/?data=abc", "Outlook Safe Links"),
        ("https://eur03.safelinks.protection.outlook.com", "Outlook Safe Links"),
    ] {
        let service = service.to_owned();
        assert_eq!(read(&format!("Join: {link} soon")), Err(LinkError::OpaqueWrapper { service }), "{link}");
        assert_eq!(read(&format!("{link} {}", url())), Ok(sent()));
    }
    // A search engine's other pages are nobody's wrapper.
    assert_eq!(read("https://www.google.com/maps/place"), Err(unknown("www.google.com")));
}
