//! What a page loads besides itself: one style sheet, one script. Everything comes from this binary; a page asks nobody else
//! for anything. The name of a file carries the start of its digest, so browsers may keep it for good.
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::{borrow::Cow, io::Write, sync::LazyLock};

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

struct Asset {
    /// As written in this repository: `style.css`.
    file: String,
    /// As asked for: `style-1a2b3c4d.css`.
    name: String,
    kind: &'static str,
    plain: Cow<'static, [u8]>,
    /// Made once at start. Pages are never compressed by us: what a page says of a person must not be guessed from its length.
    zipped: Vec<u8>,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| Files::iter().filter_map(|file| load(&file)).collect());

fn load(file: &str) -> Option<Asset> {
    let plain = Files::get(file)?.data;
    let (stem, ending) = file.rsplit_once('.')?;
    let kind = match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => return None,
    };
    let digest = Sha256::digest(&plain);
    let digits: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let zipped = zip.write_all(&plain).and_then(|()| zip.finish()).ok()?;
    Some(Asset {
        file: file.to_owned(),
        name: format!("{stem}-{digits}.{ending}"),
        kind,
        plain,
        zipped,
    })
}

/// The address of an asset by its file name: `/assets/style-1a2b3c4d.css`. Empty where there is none; a test keeps that away.
pub fn address(file: &str) -> String {
    ASSETS
        .iter()
        .find(|asset| asset.file == file)
        .map_or(String::new(), |asset| format!("/assets/{}", asset.name))
}

/// Answers `/assets/{name}`.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let takes_zip = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|way| way.trim().starts_with("gzip")));
    let body = if takes_zip {
        asset.zipped.clone()
    } else {
        asset.plain.to_vec()
    };
    let mut response = body.into_response();
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    out.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    out.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if takes_zip {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_on_a_border_post_s_line_loads_a_small_style_sheet_and_script() {
        let size = |file: &str| Files::get(file).expect("the asset is there").data.len();
        // WHY these two: on a slow line what is sent counts, and that is the compressed file.
        assert!(size("style.css") < 60_000, "{}", size("style.css"));
        let zipped = |file: &str| load(file).expect("an asset").zipped.len();
        assert!(zipped("style.css") < 13_000, "{}", zipped("style.css"));
        assert!(size("tiltas.js") < 8_000, "{}", size("tiltas.js"));
    }

    #[test]
    fn an_asset_asks_no_third_party_for_anything() {
        for file in Files::iter() {
            let data = Files::get(&file).expect("listed").data;
            // A picture names its format by an address that nobody asks.
            let text = String::from_utf8_lossy(&data).replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
            for bad in [
                "http://",
                "https://",
                "@import",
                "url(",
                "eval(",
                "innerHTML",
                "localStorage",
                "indexedDB",
            ] {
                assert!(!text.contains(bad), "{file} has {bad}");
            }
        }
    }

    #[tokio::test]
    async fn an_asset_may_be_kept_for_good_because_its_name_changes_with_it() {
        let name = address("style.css")
            .strip_prefix("/assets/")
            .expect("an address")
            .to_owned();
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("br, gzip"));
        let answer = serve(Path(name.clone()), headers).await;
        assert_eq!(answer.headers()[header::CONTENT_ENCODING], "gzip");
        assert!(
            answer.headers()[header::CACHE_CONTROL]
                .to_str()
                .expect("text")
                .contains("immutable")
        );
        let gone = serve(Path("style-00000000.css".to_owned()), HeaderMap::new()).await;
        assert_eq!(gone.status(), StatusCode::NOT_FOUND);
    }
}
