//! What protects a page from other sites: which requests are taken, and what every answer says to the browser.
use axum::http::{HeaderMap, HeaderValue, Method, header};
use std::net::IpAddr;

/// No inline script or style at all, so no nonces; scripts can't write markup but through one policy of ours.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
     form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types tiltas";

const ALWAYS: &[(&str, &str)] = &[
    ("content-security-policy", POLICY),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), usb=(), screen-wake-lock=(), xr-spatial-tracking=(), browsing-topics=()",
    ),
];

/// Adds what every answer says; a page about a person is kept by no cache.
pub(super) fn protect(headers: &mut HeaderMap, secure: bool) {
    for (name, value) in ALWAYS {
        headers.insert(*name, HeaderValue::from_static(value));
    }
    if secure {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
}

/// Whether the request names this machine. A page of another site can let its own name lead to our loopback address, and its
/// scripts then read our answers as their own; the name still stands in `Host`. A request without one comes from no browser.
/// Behind https the certificate does the same.
pub(super) fn is_this_machine(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST) else {
        return true;
    };
    let Ok(host) = host.to_str() else {
        return false;
    };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) && !name.ends_with(':') => name,
        _ => host,
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Whether a page of another site, or of another port of this machine, led here. A browser that does not say is too old to
/// tell.
pub(crate) fn led_from_elsewhere(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    !matches!(site, None | Some(b"same-origin" | b"none"))
}

/// Whether a request that changes something was sent by another site's page. A browser says so itself in `Sec-Fetch-Site`;
/// one that is too old for it names the origin. `Origin: null` is what a browser sends for our own forms under `no-referrer`:
/// then the form's token decides.
pub(super) fn from_elsewhere(method: &Method, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return false;
    }
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text("sec-fetch-site") {
        return site != "same-origin";
    }
    match text("origin") {
        None | Some("null") => false,
        Some(origin) => {
            let host = origin.split_once("://").map_or("", |(_, host)| host);
            text("host") != Some(host)
        }
    }
}
