"use strict";
// Without this the page works by its buttons. With it a date counts as soon as it is
// written, a file that is edited shows by itself, and a file can be dropped anywhere.
const whatif = document.getElementById("whatif"), upload = document.getElementById("upload");
const dates = () => whatif ? [...whatif.querySelectorAll("[data-saved]")] : [];

// What the address asks for: only what is not as it is saved, so that a date that
// somebody writes into the plan is not held back.
function asked() {
  const query = new URLSearchParams();
  for (const field of whatif.querySelectorAll("[type=hidden]")) query.set(field.name, field.value);
  for (const field of dates()) if (field.value !== field.dataset.saved) query.set(field.name, field.value);
  return "/?" + query;
}

// Puts what the program says now into the place of what it said before, and leaves what
// is being written alone.
async function look() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (dates().length !== fresh.querySelectorAll("[data-saved]").length) return location.reload();
  for (const part of fresh.querySelectorAll("[data-live]")) document.getElementById(part.id).replaceWith(part);
  for (const field of dates()) {
    const now = fresh.getElementById(field.name);
    if (field.value === field.dataset.saved) field.value = now.value;
    field.dataset.saved = now.dataset.saved;
    field.placeholder = now.placeholder;
    field.toggleAttribute("aria-invalid", now.hasAttribute("aria-invalid"));
  }
  if (upload) upload.action = fresh.getElementById("upload").action;
  document.title = fresh.title;
}

async function watch() {
  const { version } = document.getElementById("head").dataset;
  const answer = await fetch("/version" + location.search).catch(() => null);
  if (answer?.ok && (await answer.text()) !== version) await look();
  setTimeout(watch, 1000);
}

function ask(event) {
  event.preventDefault();
  if (asked() !== location.pathname + location.search) history.pushState(null, "", asked());
  return look();
}

whatif?.addEventListener("change", ask);
whatif?.addEventListener("submit", ask);
addEventListener("popstate", () => location.reload());
addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("dropping"); });
addEventListener("dragleave", () => document.body.classList.remove("dropping"));
addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  if (!upload || !event.dataTransfer.files.length) return;
  document.getElementById("file").files = event.dataTransfer.files;
  upload.requestSubmit();
});
watch();
