"""Questions and their answers, in every form that authors give them."""
