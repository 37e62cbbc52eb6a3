/**
 * Passkeys: asks the browser to make a key or to sign with one, and sends what it answers as an ordinary form.
 * Without this script, or in a browser that knows no passkeys, the part stays hidden and the other ways remain.
 */
"use strict";

(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const words = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const keys = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  async function make(asked) {
    const key = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: keys(asked.excludeCredentials),
      },
    });
    return answer(key, { attestationObject: words(key.response.attestationObject) });
  }

  async function use(asked) {
    const key = await navigator.credentials.get({
      publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: keys(asked.allowCredentials) },
    });
    const { authenticatorData, signature } = key.response;
    return answer(key, { authenticatorData: words(authenticatorData), signature: words(signature) });
  }

  function answer(key, response) {
    return JSON.stringify({
      id: key.id,
      rawId: words(key.rawId),
      type: key.type,
      response: { ...response, clientDataJSON: words(key.response.clientDataJSON) },
      clientExtensionResults: key.getClientExtensionResults(),
    });
  }

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!window.PublicKeyCredential) continue;
    form.closest("[hidden]").hidden = false;
    const failed = form.querySelector("[data-failed]");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        const asked = JSON.parse(form.dataset.asked);
        form.elements.key_says.value = await (form.dataset.passkey === "make" ? make(asked) : use(asked));
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
})();
