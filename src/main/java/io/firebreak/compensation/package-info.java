/** What people who were affected are offered in private: within the budget of the crisis plan, agreed to by a second person. */
@org.springframework.modulith.ApplicationModule(displayName = "Compensation")
package io.firebreak.compensation;
