package dev.proviso;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;

/** Lets clients of tests send texts as the service reads them: REST Assured would say that they are in ISO 8859-1. */
public final class TextsInUtf8 implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> testClass) {
        RestAssured.config =
                RestAssured.config().encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8"));
    }
}
