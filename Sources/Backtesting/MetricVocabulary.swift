import Analysis

/// What a metric is: name, formula, convention and source, for whoever shows results.
public typealias MetricDefinition = Analysis.MetricDefinition
/// Every metric.
public typealias MetricCatalog = Analysis.MetricCatalog
/// What a metric speaks of.
public typealias MetricGroup = Analysis.MetricGroup
/// What a metric's number counts.
public typealias MetricUnit = Analysis.MetricUnit
/// Whose formulas metrics follow.
public typealias MetricConvention = Analysis.MetricConvention
/// The levels of what an account is compared with.
public typealias BenchmarkLevels = Analysis.BenchmarkLevels
