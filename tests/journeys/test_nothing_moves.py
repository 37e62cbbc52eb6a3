"""What opens stands still at once: a thumb that shakes, or is quick, hits what it aimed at."""

from tests.journeys.conftest import PHONE, Opens

WHERE_IT_STANDS = """async () => {
  const [folded, below] = [document.querySelector('details.ds-details'), document.querySelector('footer')];
  const seen = new Set();
  folded.open = true;
  for (let frame = 0; frame < 20; frame++) {
    seen.add(Math.round(below.getBoundingClientRect().top));
    await new Promise(requestAnimationFrame);
  }
  return seen.size;
}"""


def test_what_unfolds_is_where_it_stays(opens: Opens):
    page = opens(size=PHONE)
    page.goto("/offerings/", wait_until="networkidle")

    assert page.evaluate(WHERE_IT_STANDS) == 1
