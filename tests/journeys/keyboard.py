"""Going about a page by keyboard alone."""

from playwright.sync_api import Page, expect


def press(page: Page, role: str, name: str, *, stays: bool = False) -> None:
    """Go to this control with the Tab key alone and press Enter; it must be reached and be seen to be.

    The next page is there afterwards. `stays`: this one stays, and changes in part.
    """
    tab_to(page, role, name)
    if stays:
        page.keyboard.press("Enter")
        return
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page: Page, role: str, name: str) -> None:
    target = page.get_by_role(role, name=name).first  # type: ignore[arg-type]
    expect(target).to_be_visible()
    for _ in range(200):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{role} {name} cannot be reached by keyboard")


def radio_to(page: Page, name: str) -> None:
    """A group of radio buttons is one stop for Tab; the arrows choose within it."""
    target = page.get_by_role("radio", name=name, exact=True)
    tab_to(page, "radio", name.replace(": Nå", ": Ikke snakket om"))
    for _ in range(4):
        if target.is_checked():
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"{name} cannot be chosen by keyboard")


def talk_by_keyboard(page: Page) -> None:
    """Ingrid and Kari look at the lunch together; what is expected is said by both. Keys alone."""
    page.goto("/desk/talks/")
    press(page, "button", "Begynn samtalen med Kari")
    radio_to(page, "Torsdagslunsj: Nå")
    press(page, "button", "Vi er ferdige: samtalen er holdt")
    expect(page.get_by_role("alert")).to_contain_text("Snakk først om hva som forventes")
    for words in (
        "Jeg vet hva dette er og hva som forventes",
        "Jeg har forklart det, og hva du kan forvente av oss",
    ):
        tab_to(page, "checkbox", words)
        page.keyboard.press("Space")
    press(page, "button", "Vi er ferdige: samtalen er holdt")
    expect(page.get_by_role("link", name="Gi Kari en plass")).to_be_visible()
