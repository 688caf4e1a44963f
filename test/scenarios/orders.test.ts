import { testScenarios } from './lib/testScenarios.mts';

testScenarios('orders');
