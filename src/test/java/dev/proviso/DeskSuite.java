package dev.proviso;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests of pages that start a service: about half of the time that "verify" takes, in a process beside {@link ServiceSuite}. */
@Suite
@SelectPackages("dev.proviso.web")
@IncludeTags({"system", "long"})
@ExcludeTags({"differential", "bench", "faults", "mutate", "store-rulebook"})
class DeskSuite {}
