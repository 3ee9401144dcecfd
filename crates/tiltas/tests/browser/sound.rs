//! What holds for every page, whoever reads it, however wide, light or dark.
use crate::{
    house::{required, target},
    tab::Tab,
};
use serde_json::json;
use std::{path::PathBuf, sync::LazyLock};

/// The widths that the house promises.
pub const WIDTHS: [i64; 4] = [1280, 640, 360, 320];

/// The accessibility check, where it was fetched.
static AXE: LazyLock<Option<String>> = LazyLock::new(|| {
    let path = std::env::var_os("TILTAS_AXE").map_or_else(|| target().join("axe/axe.min.js"), PathBuf::from);
    let found = std::fs::read_to_string(&path).ok();
    if found.is_none() {
        assert!(!required(), "axe-core is required and not there: {}", path.display());
        println!("skipped: the accessibility check, no axe-core in {}", path.display());
    }
    found
});

/// Independent of width and colours: one look a page.
const ONCE: &str = r"(async home => {
    const faults = [], fault = (rule, what) => faults.push(rule + ': ' + what);
    const all = what => [...document.querySelectorAll(what)], short = part => part.outerHTML.slice(0, 160);
    const spoken = /\b[A-Z][a-z]{3,} [1-9][0-9]{2}\b/;
    const entry = performance.getEntriesByType('navigation')[0];
    if (entry.responseStatus >= 400) fault('answers', entry.responseStatus);
    if (entry.decodedBodySize >= 60000) fault('size', entry.decodedBodySize + ' bytes');
    if (spoken.test(document.title)) fault('spoken name in the title', document.title);
    if (!/: Tiltas$/.test(document.title) && document.title.includes('Tiltas')) fault('title', document.title);
    if (!document.title) fault('title', 'none');
    if (spoken.test(decodeURIComponent(location.href))) fault('spoken name in the address', location.href);
    all('[style]').forEach(part => fault('style attribute', short(part)));
    all('style').forEach(part => fault('inline style', short(part)));
    all('script:not([src])').forEach(part => fault('inline script', short(part)));
    all('*').forEach(part => [...part.attributes].filter(a => a.name.startsWith('on')).forEach(() => fault('inline handler', short(part))));
    (window.forbidden || []).forEach(what => fault('policy', what));
    performance.getEntriesByType('resource').filter(e => !e.name.startsWith(home + '/')).forEach(e => fault('other origin', e.name));
    all('[href], [src], [action]').forEach(part => { for (const a of ['href', 'src', 'action']) {
        const to = part.getAttribute(a);
        /* Where something was read may be named: the link tells that page nothing of this one. */
        if (part.matches('a.read[rel~=noreferrer]') && /^https?:/.test(to)) continue;
        if (to && !/^[/#?]/.test(to) && !to.startsWith('tel:')) fault('address', short(part)); } });
    all('a[href^=\'#\']').forEach(part => { const to = part.getAttribute('href').slice(1);
        if (to && !document.getElementById(to)) fault('leads nowhere', short(part)); });
    all('[id]').filter((part, nth, list) => list.findIndex(other => other.id === part.id) !== nth).forEach(part => fault('id twice', short(part)));
    const heads = all('h1, h2, h3, h4, h5, h6').map(part => [Number(part.tagName[1]), part.innerText]);
    if (heads.filter(([level]) => level === 1).length !== 1) fault('headings', heads.filter(([level]) => level === 1).length + ' of the first level');
    heads.forEach(([level, words], nth) => { if (nth && level > heads[nth - 1][0] + 1) fault('headings', words + ' skips a level'); });
    const stops = all('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex=\'0\']').filter(part => !part.disabled);
    if (document.getElementById('main') && stops[0] && !stops[0].matches('a.skip')) fault('skip link', 'first is ' + short(stops[0]));
    if (document.querySelector('.field-top') && !stops[1]?.matches('a[href=\'/leave\']')) fault('leaving', 'second is ' + (stops[1] ? short(stops[1]) : 'nothing'));
    const text = document.body.innerText;
    const key = (text.match(/\[[a-z]+(-[a-z0-9_]+)+\]/) || [])[0]; if (key) fault('word', key);
    if (/\bN\/A\b|undefined|\bnull\b|NaN/.test(text)) fault('word', 'what a program says');
    if (/!/.test(document.querySelector('main')?.innerText || '')) fault('word', 'an exclamation mark');
    all('table td').filter(part => !part.innerText.trim() && !part.querySelector('svg, input, button, .vh')).forEach(part => fault('empty cell', short(part.closest('tr'))));
    return faults;
})";

/// At each width: nothing goes sideways, no words are cut, targets are big enough for a thumb.
const WIDTH: &str = r"(() => {
    const faults = [], over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) {
        const wide = [...document.querySelectorAll('body *')].filter(part => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.wrap, .vh, svg, .mini, .tale'));
        faults.push('sideways: ' + over + ' px: ' + wide.slice(0, 2).map(part => part.outerHTML.slice(0, 140)).join(' | '));
    }
    [...document.querySelectorAll('.wrap')].filter(part => part.scrollWidth > part.clientWidth + 1 && (part.tabIndex < 0 || !(part.getAttribute('aria-label') || part.getAttribute('aria-labelledby'))))
        .forEach(part => faults.push('sideways inside, not focusable or without a label: ' + part.outerHTML.slice(0, 140)));
    [...document.querySelectorAll('.btn')].filter(part => part.getClientRects().length && part.getBoundingClientRect().height < 24).forEach(part => faults.push('small target: ' + part.outerHTML.slice(0, 140)));
    return faults;
})()";

/// Light says all; dark changes colours and nothing else.
const LIGHT: &str = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}";
const DARK: &str = "{runOnly: ['color-contrast']}";

/// Everything that is wrong with the page as it stands, at these widths, light and dark. `name` is the name of the pictures
/// and of each fault.
pub async fn faults(tab: &Tab, name: &str, widths: &[i64]) -> Vec<String> {
    let mut found = once(tab, name).await;
    for width in widths {
        found.extend(at(tab, name, *width, "light").await);
        tab.picture(&format!("{name}-{width}-light")).await;
        found.extend(at(tab, name, *width, "dark").await);
        if matches!(width, 1280 | 360) {
            tab.picture(&format!("{name}-{width}-dark")).await;
        }
    }
    tab.media("light").await;
    tab.own_size().await;
    found
}

/// One look at a page whose like was seen before, on a phone.
pub async fn glance(tab: &Tab, name: &str) -> Vec<String> {
    let mut found = once(tab, name).await;
    found.extend(at(tab, name, 360, "light").await);
    tab.picture(&format!("{name}-360-light")).await;
    tab.own_size().await;
    found
}

async fn once(tab: &Tab, name: &str) -> Vec<String> {
    let found: Vec<String> = tab.ask(&format!("({ONCE})({})", json!(tab.home()))).await;
    if let Some(axe) = AXE.as_deref() {
        tab.ask::<bool>(&format!("{axe}; !!window.axe")).await;
    }
    found.into_iter().map(|fault| format!("{name}: {fault}")).collect()
}

async fn at(tab: &Tab, name: &str, width: i64, theme: &str) -> Vec<String> {
    tab.size(width, 800).await;
    tab.media(theme).await;
    let mut found: Vec<String> = match theme {
        "light" => tab.ask(WIDTH).await,
        _ => Vec::new(),
    };
    found.extend(axe(tab, if theme == "light" { LIGHT } else { DARK }).await);
    found
        .into_iter()
        .map(|fault| format!("{name} at {width} {theme}: {fault}"))
        .collect()
}

/// What the accessibility check finds: the rule, and where.
async fn axe(tab: &Tab, options: &str) -> Vec<String> {
    if AXE.is_none() {
        return Vec::new();
    }
    let run = format!(
        "axe.run(document, {options}).then(found => found.violations.flatMap(rule => rule.nodes.slice(0, 2).map(node => \
         rule.id + ': ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message || node.failureSummary || '').slice(0, 160))))"
    );
    tab.ask(&run).await
}

/// Fails with everything that is wrong, one line each.
pub fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
