// Keys go to the program at once, and Enter opens it again after its end: nothing needs the mouse.
window.addEventListener("load", () => {
  document.querySelector(".xterm-helper-textarea").focus();
  new MutationObserver(() => {
    if (document.body.classList.contains("-closed")) document.querySelector(".over a").focus();
  }).observe(document.body, { attributeFilter: ["class"] });
});
