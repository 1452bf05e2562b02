package io.threadbridge.bridge.site;

/// One of the parts of a [SiteState], each of which a decision may put in the former one's place.
sealed interface SitePart
    permits SiteMode, Crowd, Team, FirstAnswers, Leads, Comments, Digests, Words, Attendance {}
