//! Just enough HTTP to press a running node: connections that are kept, answers read to their end, and time limits on both.
use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

/// A client with one connection that it keeps.
pub struct Client {
    address: String,
    connection: Option<BufReader<TcpStream>>,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The head, names in small letters.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines();
        lines
            .filter_map(|line| line.split_once(':'))
            .find_map(|(known, value)| known.eq_ignore_ascii_case(name).then(|| value.trim()))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// No answer takes longer, or it hangs.
const ANSWERED: Duration = Duration::from_secs(60);

impl Client {
    pub fn new(address: &str) -> Client {
        Client {
            address: address.to_owned(),
            connection: None,
        }
    }

    pub fn get(&mut self, path: &str, headers: &str) -> io::Result<Reply> {
        self.ask("GET", path, headers, "")
    }

    /// Asks; once more over a new connection when the kept one was closed meanwhile.
    pub fn ask(&mut self, method: &str, path: &str, headers: &str, body: &str) -> io::Result<Reply> {
        let kept = self.connection.is_some();
        match self.once(method, path, headers, body) {
            Err(_) if kept => {
                self.connection = None;
                self.once(method, path, headers, body)
            }
            answer => answer,
        }
    }

    fn once(&mut self, method: &str, path: &str, headers: &str, body: &str) -> io::Result<Reply> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let stream = TcpStream::connect(&self.address)?;
                stream.set_nodelay(true)?;
                stream.set_read_timeout(Some(ANSWERED))?;
                stream.set_write_timeout(Some(ANSWERED))?;
                BufReader::new(stream)
            }
        };
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\n{headers}Content-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        connection.get_mut().write_all(request.as_bytes())?;
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if connection.read_line(&mut head)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let mut reply = Reply {
            status: status.ok_or(io::ErrorKind::InvalidData)?,
            head,
            body: Vec::new(),
        };
        let length = reply.header("content-length").and_then(|length| length.parse().ok());
        reply.body = vec![0; length.unwrap_or(0)];
        connection.read_exact(&mut reply.body)?;
        if reply.header("connection") != Some("close") {
            self.connection = Some(connection);
        }
        Ok(reply)
    }
}

/// Signs in as an account of the demonstration; the cookie to send.
pub fn sign_in(address: &str, account: &str) -> io::Result<String> {
    let mut client = Client::new(address);
    let page = client.get("/account/sign-in", "")?;
    let cookie = cookie(&page);
    let token = between(&page.text(), "name=\"token\" value=\"", "\"").unwrap_or_default();
    let headers = format!("Cookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n");
    let body = format!("token={token}&as={account}");
    Ok(self::cookie(&client.ask(
        "POST",
        "/account/sign-in",
        &headers,
        &body,
    )?))
}

/// The accounts that can be chosen.
pub fn accounts(address: &str) -> io::Result<Vec<String>> {
    let page = Client::new(address).get("/account/sign-in", "")?.text();
    Ok(page
        .split("name=\"as\" value=\"")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect())
}

fn cookie(reply: &Reply) -> String {
    let set = reply.header("set-cookie").unwrap_or_default();
    set.split(';').next().unwrap_or_default().to_owned()
}

/// The text between two others.
pub fn between(text: &str, before: &str, after: &str) -> Option<String> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0.to_owned())
}
