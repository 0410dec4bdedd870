package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.AccessContract;
import io.github.komaseconnect.econnect.AnsweringContract;
import io.github.komaseconnect.econnect.GatewayUnderTest;
import io.github.komaseconnect.econnect.ReceivingContract;
import io.github.komaseconnect.econnect.SendingContract;
import org.junit.jupiter.api.Nested;

/** The platform API keeps to what the domain relies on. */
class PlatformContractTest {
    @Nested
    class Sending extends SendingContract {
        @Override
        protected GatewayUnderTest gateway() {
            return new PlatformUnderTest();
        }
    }

    @Nested
    class Receiving extends ReceivingContract {
        @Override
        protected GatewayUnderTest gateway() {
            return new PlatformUnderTest();
        }
    }

    @Nested
    class Access extends AccessContract {
        @Override
        protected GatewayUnderTest gateway() {
            return new PlatformUnderTest();
        }
    }

    @Nested
    class Answering extends AnsweringContract {
        @Override
        protected GatewayUnderTest gateway() {
            return new PlatformUnderTest();
        }
    }
}
