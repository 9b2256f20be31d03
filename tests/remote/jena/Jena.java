import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.system.Txn;
import org.apache.jena.update.UpdateAction;

/** Apache Jena's engine behind the addresses that Fuseki gives a dataset: /news/query, /news/update, /news/data. */
public class Jena {
    private static final Dataset DATA = DatasetFactory.createTxnMem();

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 0);
        server.createContext("/news/query", call -> answer(call, () -> query(parameter(body(call), "query"))));
        server.createContext("/news/update", call -> answer(call, () -> update(body(call))));
        server.createContext("/news/data", call -> answer(call, () -> graph(call)));
        server.start();
    }

    private static byte[] query(String text) {
        return Txn.calculateRead(DATA, () -> {
            try (QueryExecution asked = QueryExecutionFactory.create(text, DATA)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ResultSetFormatter.outputAsJSON(out, asked.execSelect());
                return out.toByteArray();
            }
        });
    }

    private static byte[] update(String text) {
        Txn.executeWrite(DATA, () -> UpdateAction.parseExecute(text, DATA));
        return new byte[0];
    }

    private static byte[] graph(HttpExchange call) {
        String name = parameter(call.getRequestURI().getRawQuery(), "graph");
        Model told = ModelFactory.createDefaultModel();
        if (!call.getRequestMethod().equals("DELETE")) {
            RDFParser.fromString(body(call)).lang(Lang.TURTLE).parse(told);
        }
        Txn.executeWrite(DATA, () -> {
            if (!call.getRequestMethod().equals("POST")) {
                DATA.removeNamedModel(name);
            }
            DATA.getNamedModel(name).add(told);
        });
        return new byte[0];
    }

    private static String body(HttpExchange call) {
        try {
            return new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }

    private static String parameter(String encoded, String name) {
        for (String pair : encoded.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new IllegalArgumentException("no parameter " + name);
    }

    private static void answer(HttpExchange call, Supplier<byte[]> work) throws IOException {
        int status = 200;
        byte[] told;
        try {
            told = work.get();
            call.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        } catch (RuntimeException error) {
            status = 400;
            told = String.valueOf(error.getMessage()).getBytes(StandardCharsets.UTF_8);
        }
        call.sendResponseHeaders(told.length == 0 ? 204 : status, told.length == 0 ? -1 : told.length);
        call.getResponseBody().write(told);
        call.close();
    }
}
