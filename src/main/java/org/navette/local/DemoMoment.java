package org.navette.local;

import java.time.Instant;

/** Something that happens in the demonstration, and when. */
record DemoMoment(Instant at, Runnable act) {}
