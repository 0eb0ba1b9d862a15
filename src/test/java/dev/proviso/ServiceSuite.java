package dev.proviso;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All other tests that start something, or that take long. */
@Suite
@SelectPackages("dev.proviso")
@ExcludePackages("dev.proviso.web")
@IncludeTags({"system", "long"})
@ExcludeTags({"differential", "bench", "faults", "mutate", "store-rulebook"})
class ServiceSuite {}
