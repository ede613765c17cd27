/** Where the engine meets the outbox: the delegate of {@code processes/common/send-mail.bpmn}. */
@org.jspecify.annotations.NullMarked
package org.navette.mail.process;
