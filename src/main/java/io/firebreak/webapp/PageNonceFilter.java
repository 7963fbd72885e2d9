package io.firebreak.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the nonce of a page's Content Security Policy with the one request that it belongs to. Camunda 7.24.0 puts it
 * into the servlet context, which all requests share: with two requests at the same time, a page is sent with the
 * header of the one and the nonce of the other, its scripts are refused and somebody looks at a blank page.
 */
class PageNonceFilter extends OncePerRequestFilter {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new RequestWithItsOwnNonce(request), response);
    }

    private static final class RequestWithItsOwnNonce extends HttpServletRequestWrapper {

        private final ServletContext context;
        private Object nonce;

        RequestWithItsOwnNonce(HttpServletRequest request) {
            super(request);
            context = (ServletContext) Proxy.newProxyInstance(
                    ServletContext.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (proxy, method, arguments) -> invoke(request.getServletContext(), method, arguments));
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        private Object invoke(ServletContext shared, Method method, Object[] arguments) throws Throwable {
            boolean concernsNonce = arguments != null && arguments.length > 0 && NONCE.equals(arguments[0]);
            if (concernsNonce && method.getName().equals("setAttribute")) {
                nonce = arguments[1];
                return null;
            }
            if (concernsNonce && method.getName().equals("getAttribute")) {
                return nonce;
            }
            try {
                return method.invoke(shared, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
