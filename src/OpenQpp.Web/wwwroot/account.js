// The only script of the portal, on the pages of signing in and of the account alone. They work without it.
"use strict";

const decode = (name, options) => PublicKeyCredential[name](options);

async function ask(form, optionsAt) {
  const status = form.querySelector("[role=status]");
  const fields = new URLSearchParams();
  fields.set("__RequestVerificationToken", form.elements["__RequestVerificationToken"].value);
  try {
    const answer = await fetch(optionsAt, { method: "POST", body: fields, credentials: "same-origin" });
    if (!answer.ok || !(answer.headers.get("content-type") || "").startsWith("application/json")) {
      throw new Error("refused");
    }
    const options = await answer.json();
    const credential = form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: decode("parseCreationOptionsFromJSON", options) })
      : await navigator.credentials.get({ publicKey: decode("parseRequestOptionsFromJSON", options) });
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch {
    status.textContent = "The passkey was not used. Try again, or go on without it; changes of the account may need a new proof of who you are first.";
  }
}

// A passkey belongs to a name; an address in numbers has none.
const hasName = !/^[\d.]+$|:/.test(location.hostname);

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (hasName && window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON) {
    form.hidden = false;
    form.addEventListener("submit", event => {
      event.preventDefault();
      ask(form, form.getAttribute("action") + "/options");
    });
  }
}

// Shows what is typed while the button is pressed on.
for (const field of document.querySelectorAll("input[type=password]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-c-button ds-c-button--small";
  const label = document.querySelector(`label[for="${field.id}"]`).textContent;
  const name = () => { button.textContent = `${field.type === "password" ? "Show" : "Hide"}: ${label}`; };
  name();
  button.addEventListener("click", () => {
    field.type = field.type === "password" ? "text" : "password";
    name();
  });
  field.after(button);
  if (field.form) {
    field.form.addEventListener("submit", () => { field.type = "password"; });
  }
}

// How strong a new password is: by its length and how varied it is. The server decides whether it is taken.
for (const field of document.querySelectorAll("[data-strength]")) {
  const meter = document.getElementById(field.dataset.strength);
  field.addEventListener("input", () => {
    const text = field.value;
    const varied = new Set(text).size;
    const value = text.length < 12 ? Math.min(1, text.length / 12) : Math.min(4, 1 + Math.min(text.length - 8, varied * 1.5) / 5);
    meter.value = value;
    meter.textContent = value < 2 ? "weak" : value < 3 ? "fair" : "strong";
  });
}
