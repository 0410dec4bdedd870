package io.github.komaseconnect.mail;

/** Where the HTML of a mail comes from. */
sealed interface HtmlTemplate {
    /** A template of its own. */
    record Given(MailTemplate template) implements HtmlTemplate {}

    /** The user has a text of his own, and no HTML: that text as HTML, so that the two never say different things. */
    record FromText() implements HtmlTemplate {}

    /** The user wants none. */
    record None() implements HtmlTemplate {}
}
