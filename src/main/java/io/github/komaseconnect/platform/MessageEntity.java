package io.github.komaseconnect.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A {@link SoapMessage} as camel-http takes it: of known length, so that it is not sent in chunks, and never printed. */
final class MessageEntity extends AbstractHttpEntity {
    private final SoapMessage message;

    MessageEntity(SoapMessage message) {
        super(ContentType.parse("text/xml; charset=utf-8"), null);
        this.message = message;
    }

    @Override
    public long getContentLength() {
        return message.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        message.writeTo(out);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    /** There is no stream to read: whoever logs the body of the request shall not find keys in it. */
    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("A SOAP message can only be written");
    }

    @Override
    public void close() {
        // nothing is held open between two writes
    }

    @Override
    public String toString() {
        return message.toString();
    }
}
