/* The banner of a page whose review is overdue on the day it is read: the build may be old by then. */
for (const banner of document.querySelectorAll("[data-review-by]")) {
  if (new Date() > new Date(`${banner.dataset.reviewBy}T23:59:59`)) banner.hidden = false;
}
