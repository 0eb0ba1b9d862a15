package dev.proviso.drools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.internal.concurrent.ExecutorProviderFactory;

/** DRL compiled in classic mode, and a way to run it over a few facts. */
final class RuleBase {

    /** A session is used again by the next who comes: making one costs more than running it. */
    private static final int SESSIONS_AT_FIRST = 1;

    static {
        findServices();
    }

    private final KieBase base;
    private Pool pool;

    /** Sessions, and how many of them are in use. */
    private static final class Pool {
        private final KieSessionsPool sessions;
        private int used;

        Pool(KieBase base) {
            sessions = base.newKieSessionsPool(SESSIONS_AT_FIRST);
        }
    }

    private RuleBase(KieBase base) {
        this.base = base;
        this.pool = new Pool(base);
    }

    /**
     * Drools finds parts of itself by the class loader of whatever thread first needs them, and one that cannot see them would
     * spoil them for all. So they are found here, once, by the class loader that sees this class.
     */
    private static void findServices() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RuleBase.class.getClassLoader());
        try {
            KieServices.Factory.get();
            ExecutorProviderFactory.getExecutorProvider();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Compiles texts, one for each package.
     *
     * @throws IllegalStateException if a text does not compile
     */
    static RuleBase compile(Collection<String> texts) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(services.newReleaseId(
                "dev.proviso", "rules", java.util.UUID.randomUUID().toString()));
        int number = 0;
        for (String text : texts) {
            files.write("src/main/resources/rules/r" + number++ + ".drl", text);
        }
        ClassLoader loader = RuleBase.class.getClassLoader();
        KieBuilder builder = services.newKieBuilder(files, loader).buildAll();
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("rules do not compile: " + errors);
        }
        KieBase base = services.newKieContainer(builder.getKieModule().getReleaseId(), loader)
                .getKieBase();
        services.getRepository().removeKieModule(builder.getKieModule().getReleaseId());
        return new RuleBase(base);
    }

    /**
     * @param meant the names of the rules that must have come out, as package and rule ({@code dev.proviso.rules/a rule}): text
     *     that turned one rule into two would show here
     * @throws IllegalStateException if other rules came out than were meant
     */
    void require(Set<String> meant) {
        List<String> compiled = new ArrayList<>();
        base.getKiePackages()
                .forEach(each -> each.getRules().forEach(rule -> compiled.add(each.getName() + "/" + rule.getName())));
        if (compiled.size() != meant.size() || !meant.equals(new TreeSet<>(compiled))) {
            Set<String> differing = new TreeSet<>(compiled);
            differing.removeAll(meant);
            throw new IllegalStateException("compiled " + compiled.size() + " rules where " + meant.size()
                    + " were meant; not meant: " + differing.stream().collect(Collectors.joining(", ")));
        }
    }

    /** Runs the rules once over these facts, which they may change. */
    void fire(Collection<?> facts) {
        Pool entered = enter();
        boolean ended = false;
        try {
            KieSession session = entered.sessions.newKieSession();
            facts.forEach(session::insert);
            session.fireAllRules();
            session.dispose();
            ended = true;
        } finally {
            leave(entered, ended);
        }
    }

    private synchronized Pool enter() {
        pool.used++;
        return pool;
    }

    /**
     * Whatever is left in a session that failed must never meet another question. A pool takes back what it gave and disposes of
     * nothing, so after a failure nobody enters it any more, and the last to leave it ends all its sessions.
     */
    private synchronized void leave(Pool entered, boolean ended) {
        entered.used--;
        if (!ended && entered == pool) {
            pool = new Pool(base);
        }
        if (entered != pool && entered.used == 0) {
            entered.sessions.shutdown();
        }
    }

    /** How many sessions there are, in use or waiting for the next who comes. */
    int sessions() {
        return base.getKieSessions().size();
    }
}
