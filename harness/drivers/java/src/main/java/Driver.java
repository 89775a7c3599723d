import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acmpca.AcmPcaClient;
import software.amazon.awssdk.services.acmpca.endpoints.AcmPcaEndpointProvider;

/** A pca-driver/1 driver of the AWS SDK for Java v2: reads calls as lines of JSON on stdin, answers on stdout. */
public final class Driver {
  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "PutPolicy", List.of("ResourceArn", "Policy"),
          "GetPolicy", List.of("ResourceArn"),
          "DeletePolicy", List.of("ResourceArn"));
  private static final List<String> CAPABILITIES =
      // The SDK checks no input, so that there is nothing to be told about it.
      List.of("concurrency", "deadline", "max-attempts", "session-token", "endpoints", "unchecked-input");

  private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  private static final Map<String, AcmPcaClient> CLIENTS = new ConcurrentHashMap<>();
  private static final PrintStream ANSWERS = System.out;

  public static void main(String[] arguments) throws IOException {
    // Only answers may go to stdout, whatever a library prints.
    System.setOut(System.err);
    for (String line = readLine(); line != null; line = readLine()) {
      JsonObject request = JsonParser.parseString(line).getAsJsonObject();
      String id = request.has("id") ? request.get("id").getAsString() : "";
      switch (request.get("type").getAsString()) {
        case "hello" -> say(hello());
        case "call" -> begin(id, request);
        case "endpoint" -> answer(id, computeEndpoint(request));
        default -> System.exit(0);
      }
    }
    System.exit(0);
  }

  private static final BufferedReader LINES =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.ISO_8859_1));

  /** Ends a line at a line feed alone; readers of text would also end it at a carriage return. */
  private static String readLine() throws IOException {
    StringBuilder bytes = new StringBuilder();
    for (int next = LINES.read(); next != -1; next = LINES.read()) {
      if (next == '\n') return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      bytes.append((char) next);
    }
    return null;
  }

  private static void say(JsonObject message) {
    byte[] line = (GSON.toJson(message) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (ANSWERS) {
      ANSWERS.write(line, 0, line.length);
      ANSWERS.flush();
    }
  }

  private static void answer(String id, JsonObject message) {
    message.addProperty("id", id);
    say(message);
  }

  private static void begin(String id, JsonObject call) {
    Thread caller = new Thread(() -> answer(id, makeCall(call)));
    caller.setDaemon(true);
    caller.start();
  }

  private static JsonObject hello() {
    JsonObject sdk = new JsonObject();
    sdk.addProperty("name", "software.amazon.awssdk:acmpca");
    sdk.addProperty("version", VersionInfo.SDK_VERSION);
    JsonObject message = message("hello");
    message.addProperty("protocol", "pca-driver/1");
    message.addProperty("language", "Java " + System.getProperty("java.version"));
    message.add("sdk", sdk);
    message.add("capabilities", GSON.toJsonTree(CAPABILITIES));
    return message;
  }

  private static JsonObject makeCall(JsonObject call) {
    String operation = call.get("operation").getAsString();
    JsonObject input = call.getAsJsonObject("input");
    List<String> members = MEMBERS.get(operation);
    if (members == null) return unsupported("no operation " + operation);
    for (Map.Entry<String, JsonElement> member : input.entrySet()) {
      if (!members.contains(member.getKey())) return unsupported(operation + " has no member " + member.getKey());
      boolean isText = member.getValue().isJsonPrimitive() && member.getValue().getAsJsonPrimitive().isString();
      if (!isText) return unsupported(member.getKey() + " is a String in Java");
    }
    try {
      JsonObject message = message("ok");
      message.add("output", send(clientFor(call), operation, input));
      return message;
    } catch (AwsServiceException error) {
      return serviceError(error);
    } catch (SdkException error) {
      return transportError(causeOf(error), error);
    } catch (RuntimeException error) {
      return failure("driverError", error);
    }
  }

  private static JsonObject send(AcmPcaClient client, String operation, JsonObject input) {
    String arn = text(input, "ResourceArn");
    JsonObject output = new JsonObject();
    switch (operation) {
      case "PutPolicy" -> client.putPolicy(request -> request.resourceArn(arn).policy(text(input, "Policy")));
      case "DeletePolicy" -> client.deletePolicy(request -> request.resourceArn(arn));
      default -> {
        String policy = client.getPolicy(request -> request.resourceArn(arn)).policy();
        if (policy != null) output.addProperty("Policy", policy);
      }
    }
    return output;
  }

  /** Null where the input does not have the member, which is also what the SDK takes for a member that is not set. */
  private static String text(JsonObject object, String member) {
    return object.has(member) && !object.get(member).isJsonNull() ? object.get(member).getAsString() : null;
  }

  /** One client for all calls that have the same settings. */
  private static AcmPcaClient clientFor(JsonObject call) {
    JsonObject settings = new JsonObject();
    for (String name : List.of("endpoint", "region", "credentials", "deadlineMs", "maxAttempts")) {
      settings.add(name, call.get(name));
    }
    return CLIENTS.computeIfAbsent(GSON.toJson(settings), key -> newClient(settings));
  }

  private static AcmPcaClient newClient(JsonObject settings) {
    JsonObject keys = settings.getAsJsonObject("credentials");
    String id = text(keys, "accessKeyId");
    String secret = text(keys, "secretAccessKey");
    String token = text(keys, "sessionToken");
    AwsCredentials credentials =
        token == null ? AwsBasicCredentials.create(id, secret) : AwsSessionCredentials.create(id, secret, token);
    var builder =
        AcmPcaClient.builder()
            .region(Region.of(text(settings, "region")))
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .overrideConfiguration(
                override -> {
                  if (!settings.get("deadlineMs").isJsonNull()) {
                    override.apiCallTimeout(Duration.ofMillis(settings.get("deadlineMs").getAsLong()));
                  }
                  if (!settings.get("maxAttempts").isJsonNull()) {
                    override.retryStrategy(retries -> retries.maxAttempts(settings.get("maxAttempts").getAsInt()));
                  }
                });
    String endpoint = text(settings, "endpoint");
    if (endpoint != null) builder.endpointOverride(URI.create(endpoint));
    return builder.build();
  }

  private static JsonObject serviceError(AwsServiceException error) {
    JsonObject message = message("serviceError");
    var details = error.awsErrorDetails();
    message.addProperty("code", details == null ? null : details.errorCode());
    message.addProperty("className", error.getClass().getSimpleName());
    message.addProperty("message", details == null ? null : details.errorMessage());
    message.addProperty("status", error.statusCode() == 0 ? null : error.statusCode());
    message.addProperty("requestId", error.requestId());
    // False is what the SDK says of every error of a service, also of those that it sends again.
    message.addProperty("retryable", error.retryable() ? true : null);
    return message;
  }

  private static String causeOf(SdkException error) {
    if (error instanceof ApiCallTimeoutException || error instanceof ApiCallAttemptTimeoutException) return "timeout";
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof java.net.SocketTimeoutException) return "timeout";
      if (cause instanceof IOException) {
        return cause.getClass().getName().contains("Json") ? "answer" : "connection";
      }
    }
    return error instanceof SdkClientException ? "request" : "other";
  }

  private static JsonObject computeEndpoint(JsonObject question) {
    try {
      var endpoint =
          AcmPcaEndpointProvider.defaultProvider()
              .resolveEndpoint(
                  parameters ->
                      parameters
                          .region(Region.of(text(question, "region")))
                          .useFips(question.get("useFips").getAsBoolean())
                          .useDualStack(question.get("useDualStack").getAsBoolean()))
              .join();
      JsonObject output = new JsonObject();
      output.addProperty("url", endpoint.url().toString());
      JsonObject message = message("ok");
      message.add("output", output);
      return message;
    } catch (RuntimeException error) {
      return transportError("request", error);
    }
  }

  private static JsonObject unsupported(String reason) {
    JsonObject message = message("unsupported");
    message.addProperty("reason", reason);
    return message;
  }

  private static JsonObject transportError(String cause, RuntimeException error) {
    JsonObject message = failure("transportError", error);
    message.addProperty("cause", cause);
    return message;
  }

  private static JsonObject failure(String type, RuntimeException error) {
    JsonObject message = message(type);
    message.addProperty("message", error.getClass().getSimpleName() + ": " + error.getMessage());
    return message;
  }

  private static JsonObject message(String type) {
    JsonObject message = new JsonObject();
    message.addProperty("type", type);
    return message;
  }

  private Driver() {}
}
