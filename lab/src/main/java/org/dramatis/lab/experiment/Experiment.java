package org.dramatis.lab.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dramatis.lab.course.Course;
import org.dramatis.stage.world.Recipe;
import org.dramatis.stage.world.World;

/**
 * A claim, and the data sets whose training tells whether it holds.
 *
 * @param claim one sentence
 * @param question what the page answers, for those who choose
 * @param courses how data sets are trained
 * @param families of data sets, each forecast before it is trained
 * @param recipes that the world has not
 */
public record Experiment(
        @JsonProperty("experiment") String name,
        String claim,
        String question,
        List<Course> courses,
        List<Family> families,
        List<Recipe> recipes) {
    public Experiment {
        requireText("experiment", name);
        requireText("claim", claim);
        requireText("question", question);
        courses = List.copyOf(courses);
        families = List.copyOf(families);
        recipes = List.copyOf(recipes);
        requireDistinct("course", courses.stream().map(Course::name).toList());
        requireDistinct("family", families.stream().map(Family::name).toList());
        for (Family family : families) {
            course(courses, family.course());
        }
        for (Course course : courses) {
            pacing(courses, course);
        }
    }

    private static void requireText(String what, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("an experiment needs a '" + what + "'");
        }
    }

    private static void requireDistinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String each : names) {
            if (!seen.add(each)) {
                throw new IllegalArgumentException("there are two of the " + what + " '" + each + "'");
            }
        }
    }

    public Course course(String id) {
        return course(courses, id);
    }

    private static Course course(List<Course> courses, String id) {
        return courses.stream()
                .filter(course -> course.name().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no course '" + id + "': there are "
                        + courses.stream().map(Course::name).toList()));
    }

    /** The course whose pilots tell how fast another moves who speaks. */
    public Course pacing(Course course) {
        return pacing(courses, course);
    }

    /** How much faster a course learns than the one whose pilots tell its pace. */
    public double factor(Course course) {
        return course.rate() / pacing(course).rate();
    }

    private static Course pacing(List<Course> courses, Course course) {
        Course pacing = course.paced().map(name -> course(courses, name)).orElse(course);
        if (pacing.paced().isPresent()) {
            throw new IllegalArgumentException("course '" + course.name() + "' is paced as '" + pacing.name()
                    + "', which has no pilots of its own");
        }
        return pacing;
    }

    /** Whether one of its data sets is made after a recipe that it has not itself. */
    boolean names(String recipe) {
        return recipes.stream().noneMatch(own -> own.id().equals(recipe))
                && (families.stream().anyMatch(family -> family.sets().contains(recipe))
                        || courses.stream().anyMatch(course -> course.pilots().contains(recipe)));
    }

    /** The same with more recipes. */
    Experiment with(List<Recipe> more) {
        return new Experiment(
                name,
                claim,
                question,
                courses,
                families,
                Stream.concat(recipes.stream(), more.stream()).toList());
    }

    /** The first data set of each family alone. */
    public Experiment quick() {
        return new Experiment(
                name,
                claim,
                question,
                courses,
                families.stream().map(Family::first).toList(),
                recipes);
    }

    /** The world with the recipes that it has not. */
    public World in(World world) {
        World whole = world.with(recipes);
        families.forEach(family -> family.sets().forEach(whole::recipe));
        courses.forEach(course -> course.pilots().forEach(whole::recipe));
        return whole;
    }
}
