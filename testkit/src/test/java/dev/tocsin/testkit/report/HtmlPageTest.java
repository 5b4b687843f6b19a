package dev.tocsin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  @Test
  void textsOfTheDocumentCannotEndItsScript() throws IOException {
    String page = page("{\"title\":\"</script><script>alert(1)</script>\"}", "any");

    assertThat(page)
        .contains("{\"title\":\"\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\"}")
        .doesNotContain("<script>alert");
  }

  @Test
  void theTitleIsEscaped() throws IOException {
    assertThat(page("{}", "a < b && c > d"))
        .contains("<title>a &lt; b &amp;&amp; c &gt; d</title>");
  }

  @Test
  void textsThatLookLikePlacesOfTheTemplateAreLeftAlone() throws IOException {
    assertThat(page("{\"title\":\"{{style}}\"}", "{{data}}"))
        .contains("<title>{{data}}</title>", "{\"title\":\"{{style}}\"}");
  }

  @Test
  void carriesTheLicenceOfThePlottingLibrary() throws IOException {
    assertThat(page("{}", "any"))
        .contains("The MIT License (MIT)", "Leon Sorokin", "THE SOFTWARE IS PROVIDED");
  }

  @Test
  void hasThePolicyThatNothingIsFetched() throws IOException {
    assertThat(page("{}", "any"))
        .containsPattern(
            "Content-Security-Policy\" content=\"default-src 'none';"
                + " script-src 'sha256-[^']+' 'sha256-[^']+'; style-src 'sha256-[^']+';"
                + " base-uri 'none'; form-action 'none'\"");
  }

  private static String page(String json, String title) throws IOException {
    StringBuilder page = new StringBuilder();
    HtmlPage.write(json, title, page);
    return page.toString();
  }
}
