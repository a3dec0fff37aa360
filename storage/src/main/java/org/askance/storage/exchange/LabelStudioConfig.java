package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.askance.storage.annotation.TaskDefinition;

/// The labelling interface of Label Studio for our tasks: picture, text, and per task a choice with our keys.
final class LabelStudioConfig {

    private LabelStudioConfig() {}

    static void write(Path file, List<TaskDefinition> tasks) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartElement("View");
            line(xml, 1);
            element(xml, "Image", "name", "image", "value", "$image");
            line(xml, 1);
            element(xml, "Text", "name", "text", "value", "$text");
            for (var task : tasks) {
                task(xml, task);
            }
            line(xml, 0);
            xml.writeEndElement();
            line(xml, 0);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void task(XMLStreamWriter xml, TaskDefinition task) throws XMLStreamException {
        line(xml, 1);
        element(xml, "Header", "value", task.name());
        line(xml, 1);
        xml.writeStartElement("Choices");
        attributes(xml, "name", task.name(), "toName", "text", "choice", "single", "showInLine", "true");
        for (var label : task.labels()) {
            line(xml, 2);
            xml.writeEmptyElement("Choice");
            attributes(xml, "value", label.name(), "hotkey", label.key().toLowerCase(Locale.ROOT));
            if (label.colour() != null) {
                attributes(xml, "color", label.colour());
            }
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(xml, attributes);
    }

    private static void attributes(XMLStreamWriter xml, String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
