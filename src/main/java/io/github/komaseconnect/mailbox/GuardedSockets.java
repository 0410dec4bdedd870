package io.github.komaseconnect.mailbox;

import io.github.komaseconnect.mail.ConversationEnd;
import io.github.komaseconnect.mail.ConversationSockets;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** Makes {@link GuardedSocket}s, all within the same bounds. */
final class GuardedSockets extends ConversationSockets {
    private final SSLSocketFactory tls;
    private final AnswerBound bound;
    private final Duration longest;

    /** @param longest that a conversation may take */
    GuardedSockets(SSLSocketFactory tls, AnswerBound bound, Duration longest) {
        this.tls = tls;
        this.bound = bound;
        this.longest = longest;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(tls, bound, new ConversationEnd(longest, System::nanoTime));
    }
}
