//! A widget in a mail or a feed: its first question with a link behind each answer. Mails know neither scripts nor style sheets, so every
//! row carries its own style, from the few properties that mail programs have in common.

mod words;

use super::written;
use waypost_author::publish::{Answer, Form, Mail};
use waypost_core::bundle::Dir;
use words::Words;
use yew::prelude::*;

/// The mail in one of its forms; empty for forms that are none.
pub(super) fn render(mail: &Mail<'_>, form: Form) -> String {
    let words = words::of(&mail.face.lang);
    match form {
        Form::Mail => written(table(mail, words)),
        Form::MailPlain => written(paragraphs(mail, words)),
        Form::MailText => text(mail, words),
        Form::Feed => written(feed(mail, words)),
        _ => String::new(),
    }
}

const FAMILY: &str = "font-family:system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const TEXT: &str = "font-size:17px;line-height:24px;";
const ASK: &str =
    "font-family:Georgia,'Times New Roman',serif;font-size:22px;line-height:29px;font-weight:bold;color:#1b1f24;padding:4px 0 12px 0;";
// 14 + 24 + 14 and two borders: a row is 54 pixels high, which a thumb finds.
const ANSWER: &str = "display:block;padding:14px 16px;color:#1b1f24;background-color:#ffffff;border:1px solid #8c8f8a;";
const NOTE: &str = "font-size:15px;line-height:21px;color:#4a525c;padding:8px 0 12px 0;";
const OPEN: &str = "color:#0b6e5f;font-weight:bold;";

/// One table: the picture that asks, a row for each answer, the way to the page.
fn table(mail: &Mail<'_>, words: &Words) -> Html {
    let face = mail.face;
    let ask = match (&mail.banner, face.question.as_str()) {
        (Some(banner), question) => html! {
            <a href={mail.link.clone()} style="color:#1b1f24;"><img src={banner.clone()} alt={if question.is_empty() { face.title.clone() } else { question.to_owned() }} width="100%" border="0" style="display:block;" /></a>
        },
        (None, "") => face.title.clone().into(),
        (None, question) => question.to_owned().into(),
    };
    let side = if face.dir == Dir::Rtl { "right" } else { "left" };
    let row = |(answer, link): &(&Answer, String)| {
        html! {
            <tr><td style={format!("{FAMILY}{TEXT}padding:0 0 8px 0;")}>
                <a href={link.clone()} style={ANSWER}>{ answer.words.clone() }</a>
            </td></tr>
        }
    };
    html! {
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" align="center" lang={face.lang.clone()} dir={face.dir.name()}>
            <tr><td align={side} style={ASK}>{ ask }</td></tr>
            { for mail.answers.iter().map(row) }
            if !mail.answers.is_empty() {
                <tr><td align={side} style={format!("{FAMILY}{NOTE}")}>{ words.confirm }</td></tr>
            }
            <tr><td align={side} style={format!("{FAMILY}{TEXT}")}><a href={mail.link.clone()} style={OPEN}>{ open(mail, words) }</a></td></tr>
        </table>
    }
}

/// For editors that take no tables.
fn paragraphs(mail: &Mail<'_>, words: &Words) -> Html {
    let face = mail.face;
    let line = |words: Html| html! { <p dir={face.dir.name()} lang={face.lang.clone()}>{ words }</p> };
    let link = |to: &str, words: &str| html! { <a href={to.to_owned()}>{ words.to_owned() }</a> };
    html! {
        <>
            { line(html! { <b>{ asked(mail) }</b> }) }
            { for mail.answers.iter().map(|(answer, to)| line(link(to, &answer.words))) }
            if !mail.answers.is_empty() {
                { line(words.confirm.into()) }
            }
            { line(link(&mail.link, &open(mail, words))) }
        </>
    }
}

/// For feeds: readers that drop the frame keep what stands before it.
fn feed(mail: &Mail<'_>, words: &Words) -> Html {
    let (address, height) = &mail.frame;
    html! {
        <>
            { paragraphs(mail, words) }
            <iframe src={address.clone()} title={mail.face.title.clone()} width="100%" height={height.to_string()} loading="lazy"></iframe>
        </>
    }
}

fn text(mail: &Mail<'_>, words: &Words) -> String {
    let mut out = format!("{}\n\n{}\n\n", mail.face.title, asked(mail));
    for ((answer, link), letter) in mail.answers.iter().zip('A'..='Z') {
        out.push_str(&format!("{letter}) {}\n   {link}\n\n", answer.words));
    }
    if !mail.answers.is_empty() {
        out.push_str(&format!("{}\n\n", words.confirm));
    }
    out + &format!("{}\n{}\n", open(mail, words), mail.link)
}

/// What is asked, or the title where nothing is.
fn asked(mail: &Mail<'_>) -> String {
    let face = mail.face;
    if face.question.is_empty() { face.title.clone() } else { face.question.clone() }
}

fn open(mail: &Mail<'_>, words: &Words) -> String {
    format!("{}: {}", words.open, mail.face.title)
}
