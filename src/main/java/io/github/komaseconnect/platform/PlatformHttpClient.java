package io.github.komaseconnect.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Makes camel-http's client fit for a call that must not happen twice; {@code routes/econnect.camel.yaml} names it as
 * {@code httpClientConfigurer}. It repeats nothing (of itself the client posts again on 429 and 503), follows no
 * redirect, keeps no cookies, takes answers as they come, tells apart whether the request was written before a call
 * failed, and ends every call after {@link #setCallTimeout a bounded time}, however slowly the other side reads or
 * writes.
 */
public final class PlatformHttpClient implements HttpClientConfigurer, CamelContextAware {
    private static final String WRITING = PlatformHttpClient.class.getName() + ".writing";

    private CamelContext camelContext;
    private Duration callTimeout = Duration.ofMinutes(10);

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        ScheduledExecutorService timer =
                camelContext.getExecutorServiceManager().newScheduledThreadPool(this, "econnect-call-timeout", 1);
        builder.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .addExecInterceptorFirst("econnect-not-written", new NotWrittenWitness())
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), "econnect-writing", this::noteThatWritingBegins)
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), "econnect-deadline", new CallDeadline(timer, callTimeout));
    }

    /** Longest time for one call in milliseconds, from the moment the connection stands until the answer is read. */
    public void setCallTimeout(long milliseconds) {
        this.callTimeout = Duration.ofMillis(milliseconds);
    }

    /** The time set by {@link #setCallTimeout}, in milliseconds. */
    public long getCallTimeout() {
        return callTimeout.toMillis();
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /** Stands behind the connecting: who comes here has a connection, TLS and all, and writes next. */
    private ClassicHttpResponse noteThatWritingBegins(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        if (scope.clientContext.getAttribute(WRITING) instanceof AtomicBoolean writing) {
            writing.set(true);
        }
        return chain.proceed(request, scope);
    }

    private static final class NotWrittenWitness implements ExecChainHandler {
        @Override
        public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
                throws IOException {
            AtomicBoolean writing = new AtomicBoolean();
            scope.clientContext.setAttribute(WRITING, writing);
            try {
                return chain.proceed(request, scope);
            } catch (IOException | HttpException | RuntimeException e) {
                if (!writing.get()) {
                    throw new RequestNotWrittenException(e);
                }
                throw e instanceof IOException io ? io : new IOException("The call failed: " + e.getClass(), e);
            }
        }
    }
}
