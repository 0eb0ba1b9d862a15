package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Kubernetes objects, read as strictly as a careful API server reads them. */
record Manifests(List<HasMetadata> objects) {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "ConfigMap", ConfigMap.class,
            "PersistentVolumeClaim", PersistentVolumeClaim.class,
            "Deployment", Deployment.class,
            "Secret", Secret.class,
            "PrometheusRule", PrometheusRule.class,
            "Service", Service.class,
            "ServiceMonitor", ServiceMonitor.class);

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, text -> {
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .annotationIntrospector(new NoAnySetter())
            .build();

    /** The model classes take every unknown field into a map of "additional properties"; here nothing is additional. */
    private static final class NoAnySetter extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    /** @throws IllegalArgumentException if a kind, a field or the type of a value is not Kubernetes' */
    static Manifests read(String yaml) {
        var settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
        List<HasMetadata> objects = new ArrayList<>();
        for (Object document : new Load(settings).loadAllFromString(yaml)) {
            objects.add(object((Map<?, ?>) document));
        }
        return new Manifests(List.copyOf(objects));
    }

    /** Renders a Kustomize folder; without kubectl the calling test is skipped. */
    static Manifests render(Path folder) throws IOException, InterruptedException {
        Process kubectl = start("kubectl", "kustomize", folder.toString());
        String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).as("exit status of kubectl kustomize").isZero();
        return read(yaml);
    }

    private static Process start(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            return abort("kubectl is not installed, so the Kubernetes manifests were not rendered and not checked: "
                    + missing.getMessage());
        }
    }

    private static HasMetadata object(Map<?, ?> document) {
        Class<? extends HasMetadata> kind = KINDS.get(String.valueOf(document.get("kind")));
        if (kind == null || !HasMetadata.getApiVersion(kind).equals(document.get("apiVersion"))) {
            throw new IllegalArgumentException(
                    "not expected here: " + document.get("apiVersion") + " " + document.get("kind"));
        }
        return STRICT.convertValue(document, kind);
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The only object of its kind. */
    <T extends HasMetadata> T only(Class<T> kind) {
        assertThat(all(kind)).as(kind.getSimpleName()).hasSize(1);
        return all(kind).get(0);
    }
}
