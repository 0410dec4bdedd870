package io.github.komaseconnect.crash.agent;

import com.hp.jipp.encoding.IppPacket;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;

/** What is woven into the clients of eConnect and of the mail server. */
final class CallAdvice {
    private CallAdvice() {}

    /** A call is about to be sent. */
    static final class Request {
        private Request() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) ClassicHttpRequest request) {
            Header action = request.getFirstHeader("SOAPAction");
            Moments.call(
                    action == null
                            ? Places.ofAddress(request.getMethod(), request.getRequestUri())
                            : action.getValue()
                                    .substring(action.getValue().lastIndexOf('/') + 1)
                                    .replace("\"", ""));
            Moments.ofCall("before", "request");
        }
    }

    /** The last of the request has left. */
    static final class Sent {
        private Sent() {}

        @Advice.OnMethodExit
        static void after() {
            Moments.ofCall("after", "request");
        }
    }

    /** The answer has come. */
    static final class Answer {
        private Answer() {}

        @Advice.OnMethodExit
        static void after() {
            Moments.ofCall("after", "answer");
        }
    }

    /** A request to a printer is made ready: it goes next. */
    static final class PrinterRequest {
        private PrinterRequest() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) IppPacket request) {
            Moments.call(request.getOperation().getName());
            Moments.ofCall("before", "ipp");
        }
    }

    /** The printer's answer is here. */
    static final class PrinterAnswer {
        private PrinterAnswer() {}

        @Advice.OnMethodExit
        static void after() {
            Moments.ofCall("after", "ipp answer");
        }
    }

    /** A command to the mail server, without what follows its verb. */
    static final class Command {
        private Command() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) String command) {
            Moments.call(command.split("[ :]")[0]);
            Moments.ofCall("before", "smtp");
        }

        @Advice.OnMethodExit
        static void after() {
            Moments.ofCall("after", "smtp");
        }
    }

    /** What the mail server said to it. */
    static final class Reply {
        private Reply() {}

        @Advice.OnMethodExit
        static void after() {
            Moments.ofCall("after", "smtp reply to");
        }
    }
}
