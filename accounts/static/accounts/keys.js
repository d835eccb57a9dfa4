// Says so when a key did not answer: by itself that would stand in the console alone.
document.addEventListener('allauth.error', (event) => {
  event.preventDefault();
  const problem = document.querySelector('[data-key-problem]');
  problem.hidden = false;
  document.querySelector('h1').after(problem);
});
