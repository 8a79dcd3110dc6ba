import { render } from 'preact';

const place = document.getElementById('console');
if (place) render(<main>StrideLab</main>, place);
