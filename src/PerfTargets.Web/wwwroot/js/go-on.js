// Who has signed in again over a text that was to be saved has it saved, without another press of a button.

/** @type {HTMLFormElement} */ (document.getElementById("kept-post")).submit();
