package dev.proviso.web.desk.tests;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.util.List;

/** The English sentences about rule tests. Another language is a file {@code messages/tests_LANGUAGE.properties} with the same keys. */
@MessageBundle("tests")
public interface TestMessages {
    @Message("Questions answered differently")
    String comparedTests();

    @Message("Compare the answers to the questions of the rule tests. It takes a moment.")
    String compareTests();

    @Message("One of the versions has mistakes or is not there any more, so that it cannot be asked.")
    String cannotCompareAnswers();

    @Message("Both versions were asked {count} questions of the rule tests.")
    String testsAsked(int count);

    @Message("All are answered alike.")
    String noAnswerDiffers();

    @Message("{#when count}{#is 1}One is{#else}{count} are{/when} answered differently.")
    String answersDiffer(int count);

    @Message("{#when count}{#is 1}One is{#else}{count} are{/when} answered alike, by other clauses.")
    String otherReasons(int count);

    @Message(
            "{count} more were not asked: it would have taken too long, or one of the versions lacks a word of theirs.")
    String testsLeft(int count);

    @Message("These files of tests have mistakes, and nothing of them was asked:")
    String testsUnread();

    @Message(
            "{operation} of {#for one in data}“{one}”{#if one_hasNext}, {/if}{/for} for “{purpose}”{#if source}, “{source}”{/if}, on {moment}")
    String asked(String operation, List<String> data, String purpose, String source, String moment);

    @Message("All facts of the question")
    String allStated();

    @Message("Ask it under {version}")
    String askUnder(String version);

    @Message("Not available in the form:")
    String notInForm();

    @Message("answered more strictly")
    String stricter();

    @Message("answered less strictly")
    String looser();

    @Message("answered neither more nor less strictly: the policy does not apply")
    String otherwise();

    @Message("{#when name}{#is 'STRICTER'}stricter{#is 'LOOSER'}less strict{#else}different{/when}")
    String strictness(String name);

    @Message(
            "Expected: {expected.decision}{#if expected.isDefault}; no clause permits it{#else if expected.by}, by {expected.by}{/if}. Now: {now.decision}{#if now.isDefault}; no clause permits it{#else if now.by}, by {now.by}{/if}.")
    String expectedAndNow(TestedText.Answered expected, TestedText.Answered now);

    @Message("Pages of questions")
    String pages();

    @Message("Page {number}")
    String pageNumber(int number);

    @Message("No clause permits it.")
    String noClausePermits();

    @Message("Show test coverage")
    String showCoverage();

    @Message("Hide test coverage")
    String hideCoverage();

    @Message("Test coverage")
    String coverage();

    @Message("Rule tests cover {percent} % of this version: {covered} of {possible} outcomes of rules and conditions.")
    String coverageTotal(int percent, int covered, int possible);

    @Message("{sentence}.")
    String asSentence(String sentence);

    @Message("tested")
    String coveredFully();

    @Message("tested in part")
    String coveredPartly();

    @Message("not tested")
    String notCovered();

    @Message("cannot be tested")
    String unreachable();

    @Message("Never {values}: {condition}")
    String neverSeen(String values, String condition);

    @Message("It never decided.")
    String neverDecided();

    @Message("The rule tests run when you pause.")
    String testsStart();

    @Message("The rule tests run once the text has no mistakes.")
    String testsWait();

    @Message("There are no rule tests of it.")
    String noTests();

    @Message("Tests that fail")
    String failing();

    @Message("by this change")
    String byThisChange();

    @Message("failed before this change, too")
    String beforeThisChange();

    @Message("Expected")
    String expected();

    @Message("Answered now")
    String answered();

    @Message("This is what we want now")
    String accept();

    @Message("Go to the sentence")
    String toSentence();

    @Message("Files of tests")
    String files();

    @Message("What {file} asks of this version")
    String asksOf(String file);

    @Message("Test")
    String test();

    @Message("Question")
    String question();

    @Message("{count} more are in the file.")
    String moreRows(int count);

    @Message("The file, as YAML")
    String asYaml();

    @Message("Save the file")
    String saveFile();

    @Message("Remove the file")
    String removeFile();

    @Message("A new file")
    String newFile();

    @Message("Its name, such as newsletters.yaml")
    String fileName();

    @Message("Its rule tests can be changed while it is a draft.")
    String testsClosed();

    @Message("It asks this version nothing, or cannot be read.")
    String asksNothing();

    @Message("All {count} rule tests pass.")
    String allPass(int count);

    @Message(
            "{failed} of {asked} rule tests {#when failed}{#is 1}fails{#else}fail{/when}: {change} by this change, {before} before it.")
    String someFail(int failed, int asked, long change, long before);

    @Message("{count} more were not looked into.")
    String someUntold(int count);

    @Message(
            "{#when count}{#is 1}A mistake in its rule tests keeps{#else}{count} mistakes in its rule tests keep{/when} it from being submitted.")
    String testMistakes(int count);

    @Message("There are no rule tests of it: nothing says what it should answer.")
    String untested();

    @Message("The rule tests wait until the text has no mistakes.")
    String testsWaiting();

    @Message("The rule tests are running…")
    String testsRun();

    @Message("{asked} of {count} rule tests were asked; what the change can touch comes first.")
    String running(int asked, int count);

    @Message("{#when failed}{#is 1}One fails.{#else}{failed} fail.{/when}")
    String runningFail(int failed);

    @Message("Rule tests cover {percent} % of it.")
    String reaches(int percent);

    @Message("Nothing is known of what they reach: it has mistakes, or no rule tests.")
    String reachesNothing();

    @Message("Rule")
    String rule();

    @Message("What no test shows")
    String notShown();

    @Message("below")
    String below();

    @Message("in the Data Privacy Vocabulary")
    String termOf();

    @Message("Run the rule tests")
    String runTests();

    @Message("Rule tests of this version")
    String ofVersion();

    @Message("Tests of another draft are running; these follow.")
    String testsLater();

    @Message("{passed} of {asked} rule tests pass.")
    String testsPassing(int passed, int asked);

    @Message("{count} more do not pass.")
    String moreFail(int count);

    @Message("{file}, line {line}")
    String inFile(String file, int line);

    @Message("Tests that cannot be asked of this text")
    String testsNotAsked();
}
