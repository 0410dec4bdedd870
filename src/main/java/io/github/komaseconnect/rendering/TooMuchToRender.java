package io.github.komaseconnect.rendering;

import org.xml.sax.SAXException;

/** The document has more in it than fits into memory as a laid-out page; the reading stopped there. */
final class TooMuchToRender extends SAXException {
    private static final long serialVersionUID = 1L;

    /** What there is too much of. */
    enum Of {
        LINES,
        ELEMENTS,
        TEXT
    }

    private final Of what;

    TooMuchToRender(Of what) {
        super("too much to render: " + what);
        this.what = what;
    }

    Of what() {
        return what;
    }
}
