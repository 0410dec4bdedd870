package io.github.komaseconnect.psb;

import io.github.komaseconnect.econnect.AccessContract;
import io.github.komaseconnect.econnect.AnsweringContract;
import io.github.komaseconnect.econnect.GatewayUnderTest;
import io.github.komaseconnect.econnect.ReceivingContract;
import io.github.komaseconnect.econnect.SendingContract;
import org.junit.jupiter.api.Nested;

/** The PSB keeps to what the domain relies on. */
class PsbContractTest {
    @Nested
    class Sending extends SendingContract {
        @Override
        protected GatewayUnderTest gateway() {
            return new PsbUnderTest();
        }
    }

    @Nested
    class Receiving extends ReceivingContract {
        @Override
        protected GatewayUnderTest gateway() {
            return new PsbUnderTest();
        }
    }

    @Nested
    class Access extends AccessContract {
        @Override
        protected GatewayUnderTest gateway() {
            return new PsbUnderTest();
        }
    }

    @Nested
    class Answering extends AnsweringContract {
        @Override
        protected GatewayUnderTest gateway() {
            return new PsbUnderTest();
        }
    }
}
