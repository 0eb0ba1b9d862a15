package dev.proviso.fuzz;

import dev.proviso.TestSettings;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The five accounts, each signed in at the desk. */
final class Sessions {

    static final String TOKEN = "csrf-token";

    private static final List<String> ACCOUNTS = List.of("service", "drafter", "approver", "publisher", "auditor");
    private static final int FOUND = 302;

    private final Map<String, Session> sessions = new TreeMap<>();

    /**
     * What a browser that is signed in sends along.
     *
     * @param token what forms carry
     */
    record Session(String cookies, String token) {}

    private Sessions() {}

    static Sessions at(URI service) throws IOException, InterruptedException {
        Sessions sessions = new Sessions();
        for (String account : ACCOUNTS) {
            sessions.sessions.put(account, signedIn(service, account));
        }
        return sessions;
    }

    /** Empty for somebody who is not signed in. */
    Optional<Session> of(String account) {
        return Optional.ofNullable(sessions.get(account));
    }

    private static Session signedIn(URI service, String account) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        open(browser, service.resolve("/desk/sign-in"));
        List<Attempt.Parameter> form = List.of(
                new Attempt.Parameter("j_username", account),
                new Attempt.Parameter("j_password", TestSettings.PASSWORD));
        HttpRequest signIn = HttpRequest.newBuilder(service.resolve("/desk/sign-in/check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(Encoded.form(form)))
                .build();
        if (browser.send(signIn, BodyHandlers.discarding()).statusCode() != FOUND) {
            throw new AssertionError("\"" + account + "\" could not sign in.");
        }
        String page = open(browser, service.resolve("/desk"));
        return new Session(
                cookies.getCookieStore().get(service.resolve("/desk")).stream()
                        .map(HttpCookie::toString)
                        .map(cookie -> cookie.replace("\"", ""))
                        .collect(Collectors.joining("; ")),
                page.split("name=\"" + TOKEN + "\" value=\"", 2)[1].split("\"", 2)[0]);
    }

    private static String open(HttpClient browser, URI page) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page).header("Accept", "text/html").build();
        HttpResponse<String> response = browser.send(request, BodyHandlers.ofString());
        return response.body();
    }
}
