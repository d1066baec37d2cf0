// 全选 and 全不选 without a new page, and how many are chosen; everything works without it.

const picks = /** @type {HTMLInputElement[]} */ (Array.from(document.querySelectorAll('input[name="pick"][type="checkbox"]')));
const chosen = document.getElementById("chosen");

function count() {
  if (chosen) chosen.textContent = `已选 ${picks.filter((pick) => pick.checked).length} 份`;
}

for (const button of document.querySelectorAll('.choosing button')) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    for (const pick of picks) pick.checked = button.getAttribute("value") === "all";
    count();
  });
}
for (const pick of picks) pick.addEventListener("change", count);

// The browser may have put the ticks of an earlier visit back.
window.addEventListener("pageshow", count);
