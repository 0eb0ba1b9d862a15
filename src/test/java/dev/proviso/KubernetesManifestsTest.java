package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Kustomize base, rendered by kubectl and held against Kubernetes' own model. */
class KubernetesManifestsTest {

    private static final Path BASE = Path.of("k8s", "base");
    private static final Path EXAMPLE_SECRET = Path.of("k8s", "secret.example.yaml");

    @Test
    void base_is_one_deployment_one_service_one_config_map_and_one_volume() throws Exception {
        assertThat(Manifests.render(BASE).objects())
                .extracting(HasMetadata::getKind)
                .containsExactlyInAnyOrder("Deployment", "Service", "ConfigMap", "PersistentVolumeClaim");
    }

    @Test
    void production_outlives_a_node_and_lets_in_only_whom_it_names() throws Exception {
        Manifests production = Manifests.render(Path.of("k8s", "overlays", "production"));
        Deployment deployment = deployment(production);
        var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
        var scaled = production.only(HorizontalPodAutoscaler.class).getSpec();
        var disruption = production.only(PodDisruptionBudget.class).getSpec();
        var network = production.only(NetworkPolicy.class).getSpec();

        assertThat(scaled.getScaleTargetRef().getName())
                .isEqualTo(deployment.getMetadata().getName());
        assertThat(scaled.getMinReplicas()).isGreaterThanOrEqualTo(3);
        assertThat(deployment
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxUnavailable()
                        .getIntVal())
                .isZero();
        assertThat(labels)
                .containsAllEntriesOf(disruption.getSelector().getMatchLabels())
                .containsAllEntriesOf(network.getPodSelector().getMatchLabels());
        assertThat(network.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(network.getIngress())
                .flatExtracting(NetworkPolicyIngressRule::getFrom)
                .isNotEmpty()
                .allSatisfy(peer -> assertThat(named(peer)).as("anybody").isTrue());
        assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .hasSize(2);
    }

    private static boolean named(NetworkPolicyPeer peer) {
        return Stream.of(peer.getPodSelector(), peer.getNamespaceSelector())
                .anyMatch(selector ->
                        selector != null && !selector.getMatchLabels().isEmpty());
    }

    @Test
    void production_has_no_shared_password_and_the_database_that_is_made_for_it() throws Exception {
        Manifests production = Manifests.render(Path.of("k8s", "overlays", "production"));
        Map<String, String> settings = production.all(ConfigMap.class).stream()
                .filter(map -> map.getData().containsKey("QUARKUS_HTTP_PORT"))
                .findFirst()
                .orElseThrow()
                .getData();
        List<String> secrets = container(production).getEnv().stream()
                .map(variable -> variable.getValueFrom().getSecretKeyRef().getName())
                .distinct()
                .toList();

        assertThat(container(production).getEnv())
                .extracting(EnvVar::getName)
                .containsExactlyInAnyOrder("QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");
        assertThat(settings)
                .containsEntry("PROVISO_DEMO_ACCOUNTS", "loopback")
                .containsKeys("QUARKUS_OIDC_AUTH_SERVER_URL", "QUARKUS_OIDC_TOKEN_AUDIENCE")
                .containsEntry("QUARKUS_HTTP_HOST", "0.0.0.0");
        HasMetadata database = production.objects().stream()
                .filter(one -> one.getKind().equals("Cluster"))
                .findFirst()
                .orElseThrow();
        String name = database.getMetadata().getName();
        assertThat(settings.get("QUARKUS_DATASOURCE_JDBC_URL")).contains("//" + name + "-rw:");
        assertThat(secrets).containsExactly(name + "-app");
    }

    @Test
    void it_is_given_the_time_that_it_takes_to_stop() throws Exception {
        Manifests base = Manifests.render(BASE);
        Duration delay =
                Duration.parse("PT" + base.only(ConfigMap.class).getData().get("PROVISO_STOP_DELAY"));

        // As long as requests may take (proviso.stop.grace), and the last try of the records.
        assertThat(pod(base).getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(delay.plusSeconds(20 + 12).toSeconds());
    }

    @Test
    void monitoring_reads_the_service_of_the_base_and_has_alerts_and_a_dashboard() throws Exception {
        Manifests monitoring = Manifests.render(Path.of("k8s", "monitoring"));
        Service service = Manifests.render(BASE).only(Service.class);
        ServiceMonitor monitor = monitoring.only(ServiceMonitor.class);

        assertThat(service.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
        assertThat(onlyElement(monitor.getSpec().getEndpoints()).getPort())
                .isEqualTo(onlyElement(service.getSpec().getPorts()).getName());
        assertThat(monitoring
                        .only(PrometheusRule.class)
                        .getSpec()
                        .getGroups()
                        .get(0)
                        .getRules())
                .hasSizeGreaterThan(5)
                .allSatisfy(rule -> assertThat(rule.getAnnotations()).containsKey("summary"));
        assertThat(monitoring.only(ConfigMap.class).getData()).containsOnlyKeys("proviso.json");
    }

    @Test
    void service_and_deployment_select_the_pods_that_the_deployment_makes() throws Exception {
        Manifests base = Manifests.render(BASE);
        var labels = deployment(base).getSpec().getTemplate().getMetadata().getLabels();
        var selected = deployment(base).getSpec().getSelector().getMatchLabels();
        var served = base.only(Service.class).getSpec().getSelector();

        assertThat(selected).isNotEmpty();
        assertThat(served).isNotEmpty();
        assertThat(labels).containsAllEntriesOf(selected).containsAllEntriesOf(served);
    }

    @Test
    void service_leads_to_the_port_that_the_application_listens_on() throws Exception {
        Manifests base = Manifests.render(BASE);
        ContainerPort port = onlyElement(container(base).getPorts());

        assertThat(onlyElement(base.only(Service.class).getSpec().getPorts())
                        .getTargetPort()
                        .getStrVal())
                .isEqualTo(port.getName());
        assertThat(base.only(ConfigMap.class).getData())
                .containsEntry("QUARKUS_HTTP_PORT", port.getContainerPort().toString())
                .containsEntry("QUARKUS_HTTP_HOST", "0.0.0.0");
    }

    @Test
    void each_probe_asks_the_health_path_of_its_own_kind() throws Exception {
        Container container = container(Manifests.render(BASE));

        assertProbe(container, container.getStartupProbe(), "/q/health/started");
        assertProbe(container, container.getLivenessProbe(), "/q/health/live");
        assertProbe(container, container.getReadinessProbe(), "/q/health/ready");
    }

    private static void assertProbe(Container container, Probe probe, String path) {
        assertThat(probe).as("probe of %s", path).isNotNull();
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal())
                .isEqualTo(onlyElement(container.getPorts()).getName());
    }

    @Test
    void container_asks_for_and_is_limited_to_cpu_and_memory() throws Exception {
        var resources = container(Manifests.render(BASE)).getResources();

        assertThat(resources.getRequests()).containsOnlyKeys("cpu", "memory");
        assertThat(resources.getLimits()).containsOnlyKeys("cpu", "memory");
        assertThat(memory(resources.getLimits())).isGreaterThanOrEqualTo(memory(resources.getRequests()));
    }

    private static BigDecimal memory(Map<String, Quantity> quantities) {
        return Objects.requireNonNull(quantities.get("memory")).getNumericalAmount();
    }

    @Test
    void image_has_a_tag_that_is_not_latest() throws Exception {
        assertThat(container(Manifests.render(BASE)).getImage())
                .matches("[^:]+:[^:]+")
                .doesNotEndWith(":latest");
    }

    @Test
    void container_cannot_become_more_than_it_is() throws Exception {
        Manifests base = Manifests.render(BASE);
        var pod = pod(base).getSecurityContext();
        var container = container(base).getSecurityContext();

        assertThat(pod.getRunAsNonRoot()).isTrue();
        assertThat(pod.getRunAsUser()).isPositive();
        assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getPrivileged()).isNotEqualTo(true);
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();
        assertThat(pod(base).getAutomountServiceAccountToken()).isFalse();
        assertThat(pod(base).getEnableServiceLinks()).isFalse();
    }

    @Test
    void container_writes_to_an_empty_directory_at_tmp_and_to_the_keys_and_nowhere_else() throws Exception {
        Manifests base = Manifests.render(BASE);
        Map<String, String> mounts = container(base).getVolumeMounts().stream()
                .collect(Collectors.toMap(VolumeMount::getMountPath, VolumeMount::getName));

        assertThat(container(base).getSecurityContext().getReadOnlyRootFilesystem())
                .isTrue();
        assertThat(mounts).containsOnlyKeys("/tmp", "/var/lib/proviso");
        assertThat(volume(base, mounts.get("/tmp")).getEmptyDir()).isNotNull();
        assertThat(base.only(ConfigMap.class).getData().get("PROVISO_HOME")).startsWith("/tmp/");
    }

    @Test
    void keys_lie_in_a_volume_that_replicas_share_and_outlasts_them() throws Exception {
        Manifests base = Manifests.render(BASE);
        PersistentVolumeClaim claim = base.only(PersistentVolumeClaim.class);
        VolumeMount mount = container(base).getVolumeMounts().stream()
                .filter(one -> one.getMountPath().equals("/var/lib/proviso"))
                .findFirst()
                .orElseThrow();

        assertThat(volume(base, mount.getName()).getPersistentVolumeClaim().getClaimName())
                .isEqualTo(claim.getMetadata().getName());
        assertThat(claim.getSpec().getAccessModes()).containsExactly("ReadWriteMany");
        assertThat(mount.getReadOnly()).isNotEqualTo(true);
        assertThat(pod(base).getSecurityContext().getFsGroup())
                .isEqualTo(pod(base).getSecurityContext().getRunAsGroup());
        // The volume belongs to root and the group; the folder of keys, in it, is the service's alone.
        assertThat(base.only(ConfigMap.class).getData().get("PROVISO_KEYS_FOLDER"))
                .startsWith(mount.getMountPath() + "/");
    }

    private static Volume volume(Manifests base, @Nullable String name) {
        return pod(base).getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void settings_come_from_the_config_map_that_is_rendered_with_them() throws Exception {
        Manifests base = Manifests.render(BASE);

        assertThat(onlyElement(container(base).getEnvFrom()).getConfigMapRef().getName())
                .isEqualTo(base.only(ConfigMap.class).getMetadata().getName());
        assertThat(base.only(ConfigMap.class).getData().get("QUARKUS_DATASOURCE_JDBC_URL"))
                .startsWith("jdbc:postgresql://");
    }

    @Test
    void secrets_come_by_reference_under_names_that_the_example_has() throws Exception {
        Manifests base = Manifests.render(BASE);
        Secret example = Manifests.read(Files.readString(EXAMPLE_SECRET)).only(Secret.class);
        List<EnvVar> variables = container(base).getEnv();

        assertThat(variables)
                .extracting(EnvVar::getName)
                .containsExactlyInAnyOrder(
                        "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD", "PROVISO_DEMO_PASSWORD");
        assertThat(variables).allSatisfy(variable -> {
            var reference = variable.getValueFrom().getSecretKeyRef();
            assertThat(reference.getName()).isEqualTo(example.getMetadata().getName());
            assertThat(example.getStringData()).containsKey(reference.getKey());
            assertThat(reference.getOptional()).isNotEqualTo(true);
        });
    }

    @Test
    void accounts_with_a_shared_password_are_never_on_without_a_password_from_the_secret() throws Exception {
        Manifests base = Manifests.render(BASE);

        assertThat(base.only(ConfigMap.class).getData())
                .containsEntry("PROVISO_DEMO_ACCOUNTS", "anywhere")
                .doesNotContainKey("PROVISO_DEMO_PASSWORD");
        assertThat(container(base).getEnv()).extracting(EnvVar::getName).contains("PROVISO_DEMO_PASSWORD");
    }

    @Test
    void example_secret_holds_no_password() throws IOException {
        Secret example = Manifests.read(Files.readString(EXAMPLE_SECRET)).only(Secret.class);

        assertThat(example.getData()).isEmpty();
        assertThat(example.getStringData())
                .containsEntry("database-password", "")
                .containsEntry("demo-password", "");
    }

    /** Each row spoils one place of the Deployment as it is written. */
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            readinessProbe:              | readinesProbe:                   | readinesProbe
            allowPrivilegeEscalation:    | allowPrivilegeEscalations:       | allowPrivilegeEscalations
            matchLabels:                 | matchlabels:                     | matchlabels
            'replicas: 1'                | 'replicas: "1"'                  | java.lang.Integer
            'image: proviso:0.1.0'       | 'image: 1'                       | java.lang.String
            'replicas: 1'                | 'additionalProperties: {}'       | additionalProperties
            'kind: Deployment'           | 'kind: Deploiment'               | Deploiment
            apps/v1                      | apps/v1beta1                     | apps/v1beta1
            """)
    void manifest_with_a_mistake_is_refused(String right, String wrong, String named) throws IOException {
        String deployment = Files.readString(BASE.resolve("deployment.yaml"));
        assertThat(Manifests.read(deployment).objects()).hasSize(1);
        assertThat(deployment).contains(right);

        assertThatThrownBy(() -> Manifests.read(deployment.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    private static Deployment deployment(Manifests base) {
        return base.only(Deployment.class);
    }

    private static PodSpec pod(Manifests base) {
        return deployment(base).getSpec().getTemplate().getSpec();
    }

    private static Container container(Manifests base) {
        return onlyElement(pod(base).getContainers());
    }

    private static <T> T onlyElement(List<T> list) {
        assertThat(list).hasSize(1);
        return Objects.requireNonNull(list.get(0));
    }
}
