package dev.proviso.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.SearchOption;

/** Gives tests the policy that their class is about. */
final class PolicyExtension implements ParameterResolver {

    private static final Namespace DOCUMENTS = Namespace.create(PolicyExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().equals(PolicyUnderTest.class);
    }

    @Override
    public PolicyUnderTest resolveParameter(ParameterContext parameter, ExtensionContext test) {
        PolicyTest about = AnnotationSupport.findAnnotation(
                        test.getRequiredTestClass(), PolicyTest.class, SearchOption.INCLUDE_ENCLOSING_CLASSES)
                .orElseThrow();
        TestedDocuments documents = test.getRoot()
                .getStore(DOCUMENTS)
                .getOrComputeIfAbsent(about.documents(), TestedDocuments::at, TestedDocuments.class);
        PolicyUnderTest policy = new PolicyUnderTest(documents, about.value(), test.getDisplayName());
        return about.version().isEmpty() ? policy : policy.version(about.version());
    }
}
