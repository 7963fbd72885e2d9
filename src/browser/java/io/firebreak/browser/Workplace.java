package io.firebreak.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * A browser with somebody at it. It shares nothing with the others, keeps what it has loaded and who has signed in, as
 * browsers do from one day to the next, and forgets what earlier tests typed.
 */
final class Workplace {

    private static final String WHAT_WAS_TYPED = "local_storage,session_storage,indexeddb";

    private final String userId;
    private final String address;
    private final BrowserContext context;
    private final Troubles troubles;

    /**
     * @param address where the application answers, without a slash at the end
     */
    Workplace(String userId, String address, BrowserContext context) {
        this.userId = userId;
        this.address = address;
        this.context = context;
        troubles = new Troubles(userId, context);
    }

    String userId() {
        return userId;
    }

    String address() {
        return address;
    }

    Troubles troubles() {
        return troubles;
    }

    Page openPage() {
        return context.newPage();
    }

    /** As it is for the next test. */
    void tidy() {
        context.pages().forEach(Page::close);
        Page page = context.newPage();
        CDPSession session = context.newCDPSession(page);
        JsonObject storage = new JsonObject();
        storage.addProperty("origin", address);
        storage.addProperty("storageTypes", WHAT_WAS_TYPED);
        session.send("Storage.clearDataForOrigin", storage);
        page.close();
        troubles.forget();
    }

    void close() {
        context.close();
    }
}
