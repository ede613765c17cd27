package org.navette.mail;

import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Why an attempt failed.
 *
 * @param permanent trying again is of no use: the address or the mail itself is refused
 * @param perhapsSent the server may have taken the mail although it did not say so
 * @param summary in French, without personal data: it goes to the engine's incident
 * @param detail what the server said, or null; stays in the outbox
 */
record Failure(
        boolean permanent, boolean perhapsSent, String summary, @org.jspecify.annotations.Nullable String detail) {

    private static final int LONGEST = 500;
    private static final String END_OF_DATA = ".";

    /** In French, for people: the summary and what the server said, at most 500 characters. */
    String reason() {
        String whole = detail == null ? summary : summary + " : " + detail.strip();
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    }

    /**
     * True when the server took the mail and only the farewell failed: Spring throws, but no message has failed. Sending
     * again would double it.
     */
    static boolean onlyOfTheFarewell(Exception thrown) {
        return thrown instanceof MailSendException send && send.getMessageExceptions().length == 0;
    }

    /** What an exception of {@code JavaMailSender}, a template, a secret or an attachment means; not one of the farewell. */
    static Failure of(Exception thrown) {
        if (thrown instanceof MailAuthenticationException) {
            return again("Le serveur de courriel refuse l’identification", thrown);
        }
        if (thrown instanceof MailSendException send) {
            // without a connection Spring's cause is the message's own exception
            Exception first = send.getMessageExceptions()[0];
            return send.getCause() == first
                    ? again("Le serveur de courriel ne répond pas", first)
                    : duringTheConversation(first);
        }
        if (thrown.getCause() instanceof AddressException || thrown instanceof AddressException) {
            return new Failure(true, false, "L’adresse du destinataire n’est pas valable", null);
        }
        // a template, a secret or an attachment that fails: the class says enough, the message might hold the model's
        // values
        return new Failure(
                false,
                false,
                "Le courriel n’a pas pu être composé",
                thrown.getClass().getSimpleName());
    }

    /** Only a mail handed over to its end, or a connection broken no one knows where, leaves a doubt. */
    private static Failure duringTheConversation(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPAddressFailedException address) {
                return answered(address.getReturnCode(), true, "Adresse refusée par le serveur de courriel", address);
            }
            if (cause instanceof SMTPSendFailedException send) {
                boolean atTheEnd = send.getCommand().equals(END_OF_DATA);
                if (atTheEnd && send.getReturnCode() < 0) {
                    break;
                }
                boolean aboutTheMail = atTheEnd || send.getCommand().startsWith("DATA");
                return answered(send.getReturnCode(), aboutTheMail, "Courriel refusé par le serveur", send);
            }
        }
        return new Failure(false, true, "Le serveur de courriel n’a pas confirmé la réception", message(thrown));
    }

    /** 5xx is for good when it is about this address or this mail; about the sender or the session, it can be mended. */
    private static Failure answered(int code, boolean aboutThisOne, String summary, Exception thrown) {
        if (code < 0) {
            return again("La conversation avec le serveur de courriel s’est interrompue", thrown);
        }
        boolean permanent = aboutThisOne && code >= 500 && code < 600;
        return new Failure(permanent, false, summary + " (" + code + ")", message(thrown));
    }

    private static Failure again(String summary, Exception thrown) {
        return new Failure(false, false, summary, message(thrown));
    }

    private static String message(Exception thrown) {
        return String.valueOf(thrown.getMessage());
    }
}
