import { render } from 'preact';
import { Console } from './shell/console.tsx';
import { savedTheme, showTheme } from './shell/theme.ts';

showTheme(savedTheme());
const place = document.getElementById('console');
if (place) render(<Console />, place);
