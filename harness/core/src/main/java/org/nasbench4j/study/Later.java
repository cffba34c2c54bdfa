package org.nasbench4j.study;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.nasbench4j.study.RunRecord.Ledger;

/**
 * What came into the records later. Where it says nothing it is not written, so that studies
 * without it keep their bytes; where it is absent it is read as what it meant before.
 */
final class Later {
  private static final String OWN_SECONDS = "ownSeconds";
  private static final String RUNS = "runs";
  private static final String OWN_WORK = "ownWork";
  private static final String SETUP = "setup";
  private static final String AGREEMENTS = "agreements";

  private Later() {}

  /** The same mapper with ledgers that may lack the seconds of a method's own work. */
  static JsonMapper added(JsonMapper strict) {
    SimpleModule module = new SimpleModule();
    module.addSerializer(new LedgerWriter());
    module.addDeserializer(Ledger.class, new LedgerReader(strict));
    return strict.rebuild().addModule(module).build();
  }

  /** Takes from a header what says nothing, and from its methods what the study says already. */
  static JsonNode withoutDefaults(JsonNode header) {
    if (header.path(SETUP).path(AGREEMENTS).isEmpty()) {
      ((ObjectNode) header.path(SETUP)).remove(AGREEMENTS);
    }
    for (JsonNode method : header.path(SETUP).path("methods")) {
      ObjectNode fields = (ObjectNode) method;
      if (fields.path(RUNS).equals(header.path(RUNS))) {
        fields.remove(RUNS);
      }
      if (fields.path(OWN_WORK).asText().isEmpty()) {
        fields.remove(OWN_WORK);
      }
    }
    return header;
  }

  /** Gives back to a header and its methods what they do not say. */
  static JsonNode withDefaults(JsonNode header) {
    if (header.path(SETUP) instanceof ObjectNode setup && !setup.has(AGREEMENTS)) {
      setup.putArray(AGREEMENTS);
    }
    for (JsonNode method : header.path(SETUP).path("methods")) {
      if (method instanceof ObjectNode fields) {
        if (!fields.has(RUNS)) {
          fields.set(RUNS, header.get(RUNS));
        }
        if (!fields.has(OWN_WORK)) {
          fields.put(OWN_WORK, "");
        }
      }
    }
    return header;
  }

  private static final class LedgerWriter extends StdSerializer<Ledger> {
    private static final long serialVersionUID = 1;

    LedgerWriter() {
      super(Ledger.class);
    }

    @Override
    public void serialize(Ledger ledger, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeNumberField("simulatedTrainingSeconds", ledger.simulatedTrainingSeconds());
      json.writeNumberField("proxySeconds", ledger.proxySeconds());
      if (ledger.ownSeconds() != 0) {
        json.writeNumberField(OWN_SECONDS, ledger.ownSeconds());
      }
      json.writeEndObject();
    }
  }

  private static final class LedgerReader extends StdDeserializer<Ledger> {
    private static final long serialVersionUID = 1;

    private final JsonMapper strict;

    LedgerReader(JsonMapper strict) {
      super(Ledger.class);
      this.strict = strict;
    }

    @Override
    public Ledger deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode ledger = context.readTree(parser);
      if (ledger instanceof ObjectNode fields && !fields.has(OWN_SECONDS)) {
        fields.put(OWN_SECONDS, 0.0);
      }
      return strict.treeToValue(ledger, Ledger.class);
    }
  }
}
