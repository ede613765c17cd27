package org.navette.funding;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.navette.funding.PaymentRows.Payment;

/**
 * A file of SEPA credit transfers, ISO 20022 pain.001.001.09: one transfer per request, whose end-to-end reference is
 * the request's number. Names are written in the characters that every bank of the area takes.
 */
final class TransferFile {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_REMARK = 140;

    private final XMLStreamWriter xml;

    private TransferFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * The file.
     *
     * @param number the run's, which is the message's reference
     * @param at when it is made; its day is the one that is asked for
     * @param payments at least one
     * @return XML, UTF-8
     */
    static byte[] of(String number, LocalDateTime at, Debtor debtor, List<Payment> payments) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new TransferFile(xml).write(number, at, debtor, payments);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void write(String number, LocalDateTime at, Debtor debtor, List<Payment> payments)
            throws XMLStreamException {
        String count = String.valueOf(payments.size());
        String sum = payments.stream()
                .map(Payment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        open("CstmrCdtTrfInitn");
        open("GrpHdr");
        text("MsgId", number);
        text("CreDtTm", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS)));
        text("NbOfTxs", count);
        text("CtrlSum", sum);
        nested(name(debtor.name()), "InitgPty", "Nm");
        close();
        open("PmtInf");
        text("PmtInfId", number);
        text("PmtMtd", "TRF");
        text("BtchBookg", "true");
        text("NbOfTxs", count);
        text("CtrlSum", sum);
        nested("SEPA", "PmtTpInf", "SvcLvl", "Cd");
        nested(DateTimeFormatter.ISO_LOCAL_DATE.format(at), "ReqdExctnDt", "Dt");
        nested(name(debtor.name()), "Dbtr", "Nm");
        nested(debtor.iban(), "DbtrAcct", "Id", "IBAN");
        nested(debtor.bic(), "DbtrAgt", "FinInstnId", "BICFI");
        text("ChrgBr", "SLEV");
        for (Payment payment : payments) {
            transfer(payment);
        }
        xml.writeEndDocument();
    }

    private void transfer(Payment payment) throws XMLStreamException {
        open("CdtTrfTxInf");
        nested(payment.number(), "PmtId", "EndToEndId");
        open("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(payment.amount().toPlainString());
        close();
        close();
        nested(payment.bic(), "CdtrAgt", "FinInstnId", "BICFI");
        nested(name(payment.holder()), "Cdtr", "Nm");
        nested(payment.iban(), "CdtrAcct", "Id", "IBAN");
        nested(limited("Segur numerique " + payment.number(), LONGEST_REMARK), "RmtInf", "Ustrd");
        close();
    }

    private void open(String element) throws XMLStreamException {
        xml.writeStartElement(element);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        open(element);
        xml.writeCharacters(text);
        close();
    }

    private void nested(String text, String... path) throws XMLStreamException {
        for (String element : path) {
            open(element);
        }
        xml.writeCharacters(text);
        for (int i = 0; i < path.length; i++) {
            close();
        }
    }

    /** A name without accents and without signs that a bank may refuse. */
    static String name(String name) {
        String plain = Normalizer.normalize(
                        name.replace("œ", "oe")
                                .replace("Œ", "OE")
                                .replace("æ", "ae")
                                .replace("Æ", "AE")
                                .replace("ß", "ss")
                                .replace("ø", "o")
                                .replace("Ø", "O")
                                .replace('’', '\'')
                                .replace("&", " ET "),
                        Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9/?:().,'+ -]", " ")
                .replaceAll(" +", " ")
                .strip();
        // a reference may not begin with a slash; a name of nothing that can be written is no name
        String limited = limited(plain.replaceFirst("^/+", ""), LONGEST_NAME);
        return limited.isEmpty() ? "TITULAIRE" : limited;
    }

    private static String limited(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest).strip();
    }
}
